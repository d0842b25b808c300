package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the sources are kept: short methods, few comments, no dead code, every type said in a sentence. */
class SourceTest {
    private static final Path ROOT = Path.of("src/main/java/demarche");
    private static final int LONG = 40;
    private static final Pattern METHOD = Pattern.compile(
            "^( {4}| {8})(?!return|new|throw|else|if|for|while|switch|try|record|class)[\\w<@].*\\) ?(throws [\\w., ]+)?\\{$");

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void atMostThreeInAHundredMethodsAreLong() {
        int methods = 0;
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher head = METHOD.matcher(lines.get(i));
                if (head.matches()) {
                    methods++;
                    int end = lines.subList(i, lines.size()).indexOf(head.group(1) + "}");
                    if (end - 1 > LONG) {
                        tooLong.add(file + ":" + (i + 1));
                    }
                }
            }
        }
        assertThat(methods).isPositive();
        assertThat(tooLong).hasSizeLessThanOrEqualTo(methods * 3 / 100);
    }

    @Test
    void commentsAreFewAndNoneIsCode() {
        List<String> code = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (Path file : sources()) {
            for (String line : lines(file)) {
                String text = line.strip();
                if (text.startsWith("//")) {
                    comments.add(text);
                } else if (!text.isEmpty() && !text.startsWith("*") && !text.startsWith("/*")) {
                    code.add(text);
                }
            }
        }
        assertThat(comments).hasSizeLessThanOrEqualTo(code.size() * 5 / 100);
        assertThat(comments).noneMatch(c -> c.endsWith(";") || c.endsWith("{") || c.endsWith("}"));
    }

    @Test
    void everyPackageAndTypeIsDescribed() {
        assertThat(sources()).allSatisfy(f -> assertThat(lines(f)).anyMatch(l -> l.startsWith("/**")));
        assertThat(sources())
                .allSatisfy(
                        f -> assertThat(f.resolveSibling("package-info.java")).exists());
    }
}
