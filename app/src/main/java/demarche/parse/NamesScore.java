package demarche.parse;

import demarche.story.InputException;
import demarche.story.Span;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Scores names against files of one word and BIO tag a line, an empty line between sentences (CoNLL-2003, CrossNER). A
 * name is right when its first word, last word and kind are.
 */
public final class NamesScore {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("PER", "PERSON"),
            Map.entry("PERSON", "PERSON"),
            Map.entry("POLITICIAN", "PERSON"),
            Map.entry("ORG", "ORGANIZATION"),
            Map.entry("ORGANISATION", "ORGANIZATION"),
            Map.entry("ORGANIZATION", "ORGANIZATION"),
            Map.entry("POLITICALPARTY", "ORGANIZATION"),
            Map.entry("LOC", "LOCATION"),
            Map.entry("LOCATION", "LOCATION"),
            Map.entry("COUNTRY", "LOCATION"));

    private NamesScore() {}

    /** A sentence of the file: its words, and its names as "first last kind". */
    private record Gold(Sentence sentence, Set<String> names) {}

    /**
     * Reads the file's text with the parser and scores it. Neighbouring sentences are read together, as in a story.
     *
     * @param together sentences that make up one story; 1 where they have nothing to do with each other
     * @param place the file, for errors
     */
    public static TreebankScore.Figure score(String text, String place, int together, Parser parser) {
        List<Gold> gold = read(text, place);
        TreebankScore.Figure out = new TreebankScore.Figure(0, 0, 0);
        for (int from = 0; from < gold.size(); from += together) {
            List<Gold> part = gold.subList(from, Math.min(gold.size(), from + together));
            Story story = new Story(place, null, "", null, null, null, null, List.of());
            Parse parse = parser.parse(story, part.stream().map(Gold::sentence).toList());
            for (int i = 0; i < part.size(); i++) {
                Set<String> found = new HashSet<>();
                for (Sentence.Name n : parse.sentences().get(i).names()) {
                    found.add(n.first() + " " + n.last() + " " + n.kind());
                }
                int system = found.size();
                found.retainAll(part.get(i).names());
                out = out.plus(new TreebankScore.Figure(
                        found.size(), system, part.get(i).names().size()));
            }
        }
        return out;
    }

    private static List<Gold> read(String text, String place) {
        List<Gold> out = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                add(rows, out);
                continue;
            }
            String[] parts = line.strip().split("\\s+");
            if (parts.length < 2 || !parts[parts.length - 1].matches("O|[BI]-.+")) {
                throw new InputException(place + ":" + number + ": no BIO tag. Give a file of lines \"word tag\".");
            }
            rows.add(new String[] {parts[0], parts[parts.length - 1]});
        }
        add(rows, out);
        return out;
    }

    private static void add(List<String[]> rows, List<Gold> out) {
        if (rows.isEmpty()) {
            return;
        }
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String[] row : rows) {
            int length = row[0].codePointCount(0, row[0].length());
            tokens.add(Segmenter.bare(tokens.size() + 1, Span.of(at, at + length), row[0]));
            at += length + 1;
        }
        Sentence sentence = new Sentence(out.size(), Span.of(0, at - 1), tokens, List.of());
        out.add(new Gold(sentence, names(rows)));
        rows.clear();
    }

    private static Set<String> names(List<String[]> rows) {
        Set<String> out = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String tag = rows.get(i)[1];
            boolean starts = !tag.equals("O")
                    && (tag.startsWith("B")
                            || i == 0
                            || !rows.get(i - 1)[1].endsWith(tag.substring(1))
                            || rows.get(i - 1)[1].equals("O"));
            if (starts) {
                int end = i + 1;
                while (end < rows.size() && rows.get(end)[1].equals("I" + tag.substring(1))) {
                    end++;
                }
                String kind = KINDS.getOrDefault(tag.substring(2).toUpperCase(Locale.ROOT), "MISC");
                out.add((i + 1) + " " + end + " " + kind);
            }
        }
        return out;
    }
}
