package demarche.parse;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's native libraries once for each user. Left alone, the library unpacks them at every start,
 * which costs time and fills the temporary folder.
 */
final class Natives {
    private static final String PROPERTY = "onnxruntime.native.path";

    private Natives() {}

    /** Points ONNX Runtime to the unpacked libraries; where there are none, it goes its own way. */
    static synchronized void prepare() {
        String platform = platform();
        if (platform == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        String place = "/ai/onnxruntime/native/" + platform + "/";
        Path folder = Unpacked.folder(
                place + System.mapLibraryName("onnxruntime"), place + System.mapLibraryName("onnxruntime4j_jni"));
        if (folder != null) {
            System.setProperty(PROPERTY, folder.toString());
        }
    }

    private static @Nullable String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        if (os.contains("linux") && (arm || intel)) {
            return arm ? "linux-aarch64" : "linux-x64";
        }
        if (os.contains("mac") && arm) {
            return "osx-aarch64";
        }
        return os.contains("win") && intel ? "win-x64" : null;
    }
}
