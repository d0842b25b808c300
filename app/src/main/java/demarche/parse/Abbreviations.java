package demarche.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Words that are written with a full stop, read from {@code abbreviations.txt}. */
final class Abbreviations {
    /** How an abbreviation behaves before a capital letter. */
    enum Kind {
        /** A title or the like: what follows belongs to it ("Mr."). */
        LEADS,
        /** May end a sentence ("Inc."). */
        ENDS,
        /** Only with a number after it ("No. 5"). */
        COUNTS,
        /** Only capitalised and with a number or a name after it: otherwise a word ("Sun. 5 May"). */
        WORD
    }

    private static final Map<String, Kind> KINDS = load();

    private Abbreviations() {}

    /** What kind of abbreviation the form (with its stop) is, or null. */
    static @org.jspecify.annotations.Nullable Kind kind(String formWithStop) {
        return KINDS.get(formWithStop.substring(0, formWithStop.length() - 1).toLowerCase(Locale.ROOT));
    }

    /** Whether the stop at {@code end} belongs to the word before it. */
    static boolean takesDot(String text, int at, int end, int to) {
        if (end - at > 9) {
            return false;
        }
        String word = text.substring(at, end);
        int next = next(text, end + 1, to);
        boolean ends = next < 0;
        if (end - at == 1 && Character.isUpperCase(word.charAt(0))) {
            return !ends && (Character.isUpperCase(next) || next == ',' || next == '&') && !word.equals("I");
        }
        Kind kind = KINDS.get(word.toLowerCase(Locale.ROOT));
        if (kind == null) {
            return false;
        }
        return switch (kind) {
            case LEADS -> !ends && Character.isUpperCase(word.charAt(0));
            case ENDS -> true;
            case COUNTS -> Character.isDigit(next) || next == '#';
            case WORD ->
                Character.isUpperCase(word.charAt(0)) && (Character.isDigit(next) || Character.isUpperCase(next));
        };
    }

    private static int next(String text, int from, int to) {
        int at = from;
        while (at < to && Tokenizer.isSpace(text.charAt(at))) {
            at++;
        }
        return at < to ? text.codePointAt(at) : -1;
    }

    private static Map<String, Kind> load() {
        Map<String, Kind> out = new HashMap<>();
        try (InputStream in = Abbreviations.class.getResourceAsStream("abbreviations.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "demarche/parse/abbreviations.txt: not on the class path. Rebuild the jar.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("#", 2)[0].trim().split("\\s+");
                for (int i = 1; i < parts.length; i++) {
                    out.put(parts[i].toLowerCase(Locale.ROOT), Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(out);
    }
}
