package demarche.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The lines of a word list of this room; empty ones and comments left out. */
final class ResourceLines {
    private ResourceLines() {}

    /** The lines of one of several lists in a file, each begun by its name in brackets. */
    static List<String> section(String name, String list) {
        List<String> all = read(name);
        int start = all.indexOf("[" + list + "]") + 1;
        if (start == 0) {
            throw new IllegalStateException(name + " has no list [" + list + "]");
        }
        int end = start;
        while (end < all.size() && !all.get(end).matches("\\[[a-z ]+]")) {
            end++;
        }
        return all.subList(start, end);
    }

    /** A list whose lines are words. */
    static Set<String> words(String name, String list) {
        return Set.copyOf(section(name, list));
    }

    static List<String> read(String name) {
        try (InputStreamReader in = new InputStreamReader(
                        Objects.requireNonNull(
                                ResourceLines.class.getResourceAsStream(
                                        name.startsWith("/") ? name : "/demarche/ledger/" + name),
                                name),
                        StandardCharsets.UTF_8);
                Stream<String> lines = new BufferedReader(in).lines()) {
            return lines.map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
