package demarche.parse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's native libraries once for each user. Left alone, the library unpacks them at every start,
 * which costs time and fills the temporary folder.
 */
final class Natives {
    private static final String PROPERTY = "onnxruntime.native.path";
    private static final String VERSION = "1.29.0";

    private Natives() {}

    /** Points ONNX Runtime to the unpacked libraries; where that fails, it falls back to its own way. */
    static synchronized void prepare() {
        String platform = platform();
        if (platform == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Path folder = cache().resolve("onnxruntime-" + VERSION + "-" + platform);
            Files.createDirectories(folder);
            for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
                unpack("/ai/onnxruntime/native/" + platform + "/" + System.mapLibraryName(name), folder);
            }
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException | SecurityException e) {
            System.clearProperty(PROPERTY);
        }
    }

    private static void unpack(String resource, Path folder) throws IOException {
        URL url = Natives.class.getResource(resource);
        if (url == null) {
            throw new IOException(resource + ": not in this jar");
        }
        Path target = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        URLConnection connection = url.openConnection();
        if (Files.exists(target) && Files.size(target) == connection.getContentLengthLong()) {
            return;
        }
        Path part = Files.createTempFile(folder, "unpacking", ".part");
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("demarche");
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
