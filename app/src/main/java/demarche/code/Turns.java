package demarche.code;

import demarche.parse.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Speakers set apart from their words by a mark: turns of an interview ("BERG: We will not sign.", each paragraph one) and
 * quotes signed with a dash ("“We will not sign.” — Anna Berg").
 */
final class Turns {
    private static final int LONGEST_NAME = 5;
    private static final Set<String> DASHES = Set.of("―", "—", "–", "--");

    private final StoryWords words;
    private final Quotes quotes;

    Turns(StoryWords words, Quotes quotes) {
        this.words = words;
        this.quotes = quotes;
    }

    /** Statements that {@code said} lacks. */
    List<SaidWords> find(List<SaidWords> said) {
        List<int[]> paragraphs = paragraphs();
        List<SaidWords> out = new ArrayList<>();
        List<SaidWords> turns = new ArrayList<>();
        for (int[] p : paragraphs) {
            int colon = colon(p);
            if (colon > 0) {
                turns.add(statement(p[0], colon, colon, colon + 1, p[1]));
            }
            signed(p, out);
        }
        if (turns.size() > 2) {
            turns.stream()
                    .filter(t -> said.stream().noneMatch(s -> s.cue().get(t.firstCue())))
                    .forEach(out::add);
        }
        out.removeIf(t -> said.stream().anyMatch(s -> s.cue().intersects(t.cue())));
        return out;
    }

    private List<int[]> paragraphs() {
        List<int[]> out = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            if (words.paragraph(w)) {
                out.add(new int[] {w, words.size()});
                if (out.size() > 1) {
                    out.get(out.size() - 2)[1] = w;
                }
            }
        }
        return out;
    }

    /** The colon of a turn, -1 when the paragraph is none; its speaker is written in capitals. */
    private int colon(int[] p) {
        for (int w = p[0]; w < Math.min(p[1] - 2, p[0] + LONGEST_NAME); w++) {
            String form = words.token(w).form();
            if (form.equals(":")) {
                return w > p[0] ? w : -1;
            }
            boolean capitals = form.equals(form.toUpperCase(Locale.ROOT))
                    && !words.token(w).upos().equals("NUM");
            if (!capitals) {
                return -1;
            }
        }
        return -1;
    }

    private void signed(int[] p, List<SaidWords> out) {
        Quotes.Quote quote = quotes.around(p[0]);
        if (quote == null || !quote.closed() || quote.to() >= p[1] || quote.to() + 6 < p[1]) {
            return;
        }
        Token dash = words.token(quote.to());
        boolean named =
                quote.to() + 1 < p[1] && words.token(quote.to() + 1).upos().equals("PROPN");
        if (DASHES.contains(dash.form()) && named) {
            out.add(statement(quote.to() + 1, p[1], quote.to(), quote.from(), quote.to()));
        }
    }

    private static SaidWords statement(int speaker, int speakerEnd, int cue, int content, int contentEnd) {
        BitSet by = new BitSet();
        by.set(speaker, speakerEnd);
        BitSet mark = new BitSet();
        mark.set(cue);
        BitSet what = new BitSet();
        what.set(content, contentEnd);
        return new SaidWords(by, mark, what);
    }
}
