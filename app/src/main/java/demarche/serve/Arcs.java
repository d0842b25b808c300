package demarche.serve;

import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sentence's tree as arcs over its words, each from the governor to its dependant with the relation's name. */
public record Arcs(int width, int height, List<Word> words, List<Arc> arcs) {
    private static final int STEP = 20;
    private static final int LETTER = 8;
    private static final int GAP = 14;
    private static final int BELOW = 44;

    /** A word at the middle of its place; {@code style} is trigger for the word that triggered the record. */
    public record Word(double x, double y, String form, String lemma, String upos, String style) {}

    /** A line and its label; the arrow ends at the dependant. */
    public record Arc(String path, String head, double x, double y, String relation) {}

    private record Link(int head, int dependant, String relation) {
        int from() {
            return Math.min(head, dependant);
        }

        int to() {
            return Math.max(head, dependant);
        }
    }

    /**
     * @param trigger of the record, null when it has none
     */
    static Arcs of(Sentence sentence, @Nullable Span trigger) {
        List<Token> tokens = sentence.tokens();
        double[] x = new double[tokens.size() + 1];
        double at = GAP;
        for (Token t : tokens) {
            double width = LETTER * Math.max(t.form().length(), t.upos().length() * 0.8) + GAP;
            x[t.index()] = at + width / 2;
            at += width;
        }
        List<Link> links = new ArrayList<>(tokens.stream()
                .filter(t -> t.head() > 0)
                .map(t -> new Link(t.head(), t.index(), t.relation()))
                .sorted(Comparator.comparingInt((Link l) -> l.to() - l.from()))
                .toList());
        int[] levels = levels(links);
        int highest = 0;
        for (int level : levels) {
            highest = Math.max(highest, level);
        }
        int base = highest * STEP + 24;
        List<Arc> arcs = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            arcs.add(arc(links.get(i), x, base, levels[i]));
        }
        tokens.stream().filter(t -> t.head() == 0).forEach(t -> arcs.add(root(x[t.index()], base)));
        List<Word> words = tokens.stream()
                .map(t -> new Word(x[t.index()], base + 16, t.form(), t.lemma(), t.upos(), style(t, trigger)))
                .toList();
        return new Arcs((int) at + GAP, base + BELOW, words, arcs);
    }

    private static String style(Token token, @Nullable Span trigger) {
        return trigger != null && Objects.equals(trigger.in(), token.span().in()) && trigger.overlaps(token.span())
                ? "trigger"
                : "";
    }

    /** Each arc one step above those it spans. */
    private static int[] levels(List<Link> links) {
        int[] out = new int[links.size()];
        for (int i = 0; i < links.size(); i++) {
            int level = 1;
            for (int j = 0; j < i; j++) {
                boolean apart = links.get(j).to() <= links.get(i).from()
                        || links.get(j).from() >= links.get(i).to();
                level = apart ? level : Math.max(level, out[j] + 1);
            }
            out[i] = level;
        }
        return out;
    }

    private static Arc arc(Link link, double[] x, int base, int level) {
        double from = x[link.head()] + (link.head() < link.dependant() ? 4 : -4);
        double to = x[link.dependant()];
        double top = base - level * STEP;
        double bend = Math.min(10, Math.abs(to - from) / 2);
        double side = Math.signum(to - from) * bend;
        String path = String.format(
                Locale.ROOT,
                "M%.1f %d V%.1f Q%.1f %.1f %.1f %.1f H%.1f Q%.1f %.1f %.1f %.1f V%d",
                from,
                base,
                top + bend,
                from,
                top,
                from + side,
                top,
                to - side,
                to,
                top,
                to,
                top + bend,
                base - 3);
        return new Arc(path, arrow(to, base), (from + to) / 2, top - 3, link.relation());
    }

    private static String arrow(double x, int base) {
        return String.format(Locale.ROOT, "M%.1f %d l-3.5 -6 h7 z", x, base);
    }

    private static Arc root(double x, int base) {
        return new Arc(String.format(Locale.ROOT, "M%.1f %d V%d", x, 12, base - 3), arrow(x, base), x + 18, 12, "root");
    }
}
