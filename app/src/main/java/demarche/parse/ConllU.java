package demarche.parse;

import demarche.story.InputException;
import demarche.story.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The CoNLL-U form of parses: what {@code demarche parse} prints, and what treebanks are read from. */
public final class ConllU {
    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "n't", "nt", "not", "na", "ta");

    private ConllU() {}

    /** Words first to last (1-based, inclusive) written as one token that covers {@code span}. */
    public record Multiword(int first, int last, Span span) {}

    /**
     * A document of a CoNLL-U file.
     *
     * @param text rebuilt from forms and SpaceAfter, paragraphs on lines of their own
     * @param multiwords for each sentence its multiword tokens
     */
    public record Document(String id, String text, List<Sentence> sentences, List<List<Multiword>> multiwords) {}

    /** All sentences of a CoNLL-U text, numbered through. */
    public static List<Sentence> read(String conllu) {
        List<Sentence> out = new ArrayList<>();
        for (Document d : documents(conllu, "text")) {
            for (Sentence s : d.sentences()) {
                out.add(new Sentence(out.size(), s.span(), s.tokens(), s.names()));
            }
        }
        return out;
    }

    /** The documents of a CoNLL-U text, cut at "# newdoc"; {@code place} names the file in errors. */
    public static List<Document> documents(String conllu, String place) {
        List<Document> out = new ArrayList<>();
        ConllUReader reader = new ConllUReader(place);
        int number = 0;
        for (String line : (Iterable<String>) conllu.lines()::iterator) {
            number++;
            if (line.startsWith("# newdoc")) {
                reader.finish(out);
                reader.id(
                        line.contains("=")
                                ? line.substring(line.indexOf('=') + 1).strip()
                                : "");
            } else if (line.startsWith("# newpar")) {
                reader.paragraph();
            } else if (line.isBlank()) {
                reader.endSentence();
            } else if (!line.startsWith("#")) {
                reader.row(line.split("\t", -1), number);
            }
        }
        reader.finish(out);
        return out;
    }

    /** A row that is not ten columns. */
    static InputException badRow(String place, int line, String why) {
        return new InputException(
                place + ":" + line + ": " + why + ". Give a CoNLL-U file (ten columns parted by tabs).");
    }

    /** Writes a parse as one document; parts of a sentence that stand in the title are marked by a comment. */
    public static void write(Parse parse, Appendable out) throws IOException {
        out.append("# newdoc id = ").append(oneLine(parse.story().id())).append('\n');
        String title = parse.story().title() == null ? "" : parse.story().title();
        Lines text = new Lines(parse.story().text());
        Lines heading = new Lines(title);
        for (Sentence s : parse.sentences()) {
            write(parse.story().id(), s, s.span().in() == null ? text : heading, out);
        }
    }

    private static void write(String id, Sentence s, Lines text, Appendable out) throws IOException {
        if (text.newParagraph(s.span())) {
            out.append("# newpar\n");
        }
        out.append("# sent_id = ")
                .append(oneLine(id))
                .append('-')
                .append(String.valueOf(s.index() + 1))
                .append('\n');
        if (s.span().in() != null) {
            out.append("# in = ").append(s.span().in()).append('\n');
        }
        out.append("# text = ").append(oneLine(text.at(s.span()))).append('\n');
        int covered = 0;
        for (Token t : s.tokens()) {
            if (t.index() > covered) {
                covered = lastPart(s, t.index());
                if (covered > t.index()) {
                    Span whole = t.span().union(s.token(covered).span());
                    String form = oneLine(text.at(whole));
                    out.append(t.index() + "-" + covered + "\t" + form + "\t_".repeat(7) + "\t" + space(s, covered)
                            + "\n");
                }
            }
            boolean part = covered > t.index() || t.index() > 1 && joined(s.token(t.index() - 1), t);
            out.append(row(t, part ? "_" : space(s, t.index())));
        }
        out.append('\n');
    }

    private static String row(Token t, String misc) {
        return String.join(
                        "\t",
                        String.valueOf(t.index()),
                        oneLine(t.form()),
                        oneLine(t.lemma()),
                        t.upos(),
                        t.xpos(),
                        "_",
                        String.valueOf(t.head()),
                        t.relation(),
                        "_",
                        misc)
                + "\n";
    }

    private static int lastPart(Sentence s, int first) {
        int last = first;
        while (last < s.tokens().size() && joined(s.token(last), s.token(last + 1))) {
            last++;
        }
        return last;
    }

    /** Whether {@code second} is written together with {@code first} as one token: "do" and "n't". */
    static boolean joined(Token first, Token second) {
        if (first.span().end() != second.span().start()) {
            return false;
        }
        String form = second.form().toLowerCase(Locale.ROOT).replace('’', '\'').replace('`', '\'');
        if (form.equals("'")) {
            return second.xpos().equals("POS");
        }
        boolean letters =
                Character.isLetter(first.form().codePointBefore(first.form().length()));
        boolean written = !form.equals("nt") || first.form().length() <= 5;
        return form.startsWith("'") && CLITICS.contains(form.substring(1))
                || letters && written && form.length() > 1 && CLITICS.contains(form);
    }

    private static String space(Sentence s, int index) {
        boolean tight = index < s.tokens().size()
                && s.token(index).span().end() == s.token(index + 1).span().start();
        return tight ? "SpaceAfter=No" : "_";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Zs}]+", " ").strip();
    }

    /** A text that is asked for stretches from left to right. */
    private static final class Lines {
        private final String text;
        private int point;
        private int unit;
        private int end = -1;

        Lines(String text) {
            this.text = text;
        }

        String at(Span span) {
            int start = unit(span.start());
            return text.substring(start, text.offsetByCodePoints(start, span.length()));
        }

        boolean newParagraph(Span sentence) {
            int start = unit(sentence.start());
            boolean starts =
                    end < 0 || text.substring(end, Math.max(end, start)).indexOf('\n') >= 0;
            end = text.offsetByCodePoints(start, sentence.length());
            return starts;
        }

        private int unit(int codePoint) {
            unit = text.offsetByCodePoints(unit, codePoint - point);
            point = codePoint;
            return unit;
        }
    }
}
