package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents: what they point to is there. */
class DocsTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

    @Test
    void whatDocumentsPointToIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = documents();
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://")
                        && !Files.exists(document.resolveSibling(target).normalize())) {
                    broken.add(TOP.relativize(document) + " -> " + target);
                }
            }
        }
        assertThat(documents).hasSizeGreaterThan(6);
        assertThat(broken).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(TOP, 3)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !TOP.relativize(f).toString().matches(".*(target|node_modules|\\.git)/.*"))
                    .toList();
        }
    }
}
