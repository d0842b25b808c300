package demarche.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resources of the jar as files, unpacked once for each user: what is large and needed at every start is neither inflated
 * nor held in memory again.
 */
final class Unpacked {
    private Unpacked() {}

    /**
     * The folder that holds these resources as files: their own where they are files, else one in the user's cache, or a
     * temporary one when that cannot be written; null when one of them is missing.
     */
    static @Nullable Path folder(String... resources) {
        List<URL> urls = Stream.of(resources)
                .map(Unpacked.class::getResource)
                .filter(Objects::nonNull)
                .toList();
        if (urls.size() < resources.length) {
            return null;
        }
        try {
            if (urls.get(0).getProtocol().equals("file")) {
                return Path.of(urls.get(0).toURI()).getParent();
            }
            try {
                return unpack(urls, cache().resolve(version(urls)));
            } catch (IOException | SecurityException e) {
                Path folder = unpack(urls, Files.createTempDirectory("demarche"));
                folder.toFile().deleteOnExit();
                urls.forEach(u -> folder.resolve(name(u)).toFile().deleteOnExit());
                return folder;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resources[0], e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(URL url) {
        return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    }

    /** Names what is unpacked by its checksums, so that versions do not get in each other's way. */
    private static String version(List<URL> urls) throws IOException {
        long sum = 0;
        for (URL url : urls) {
            URLConnection connection = url.openConnection();
            long one = connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getCrc()
                    : connection.getLastModified();
            sum = 31 * sum + one;
        }
        return name(urls.get(0)) + "-" + Long.toHexString(sum);
    }

    private static Path unpack(List<URL> urls, Path folder) throws IOException {
        for (URL url : urls) {
            Path target = folder.resolve(name(url));
            URLConnection connection = url.openConnection();
            if (!Files.exists(target) || Files.size(target) != connection.getContentLengthLong()) {
                Files.createDirectories(folder);
                Path part = Files.createTempFile(folder, "unpacking", ".part");
                try (InputStream in = connection.getInputStream()) {
                    Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
        }
        return folder;
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("demarche");
    }
}
