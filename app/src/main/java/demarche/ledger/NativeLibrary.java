package demarche.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The driver unpacks its library (70 MB) into the temporary folder, where it does not find it beside its jar, and deletes it when
 * Java ends, which a killed Java does not. On Linux a file may be deleted as soon as it is loaded: what is mapped stays until the process ends.
 */
final class NativeLibrary {
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String NAME = "libduckdb_java";
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private NativeLibrary() {}

    /** Deletes the unpacked library, once it is loaded; leaves it where the system does not tell which file that is. */
    static void unlink() {
        if (DONE.getAndSet(true) || !Files.isReadable(MAPPED)) {
            return;
        }
        String folder = System.getProperty("java.io.tmpdir");
        try (Stream<String> lines = Files.lines(MAPPED)) {
            for (String file : lines.filter(l -> l.contains("/" + NAME) && l.contains(" /"))
                    .map(l -> l.substring(l.indexOf(" /") + 1))
                    .distinct()
                    .toList()) {
                if (Path.of(folder).toAbsolutePath().equals(Path.of(file).getParent())) {
                    Files.deleteIfExists(Path.of(file));
                }
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger("demarche").log(System.Logger.Level.DEBUG, "the unpacked library stays", e);
        }
    }
}
