package demarche.code;

import demarche.parse.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stretches of a story between quotation marks, marks included; a quote ends at the latest with its paragraph. */
final class Quotes {
    private static final Set<String> OPENING = Set.of("“", "``", "«", "„");
    private static final Set<String> CLOSING = Set.of("”", "''", "»");

    /**
     * One quote.
     *
     * @param from number of the opening mark's word
     * @param to number after the last word
     * @param closed whether a mark closes it
     * @param opensParagraph whether it is the first thing in its paragraph
     */
    record Quote(int from, int to, boolean closed, boolean opensParagraph) {
        boolean holds(int word) {
            return from <= word && word < to;
        }

        int within(BitSet words) {
            return words.get(from, to).cardinality();
        }

        int length() {
            return to - from;
        }
    }

    private final List<Quote> list = new ArrayList<>();

    private Quotes() {}

    static Quotes of(StoryWords words) {
        Quotes out = new Quotes();
        int open = -1;
        boolean atStart = false;
        for (int w = 0; w < words.size(); w++) {
            String form = words.token(w).form();
            boolean breaks = words.paragraph(w);
            if (breaks && open >= 0) {
                out.list.add(new Quote(open, w, false, atStart));
                open = -1;
            }
            if (open < 0 && (OPENING.contains(form) || form.equals("\"") && !closes(words, w))) {
                open = w;
                atStart = breaks;
            } else if (open >= 0 && (CLOSING.contains(form) || form.equals("\""))) {
                out.list.add(new Quote(open, w + 1, true, atStart));
                open = -1;
            }
        }
        if (open >= 0) {
            out.list.add(new Quote(open, words.size(), false, atStart));
        }
        return out;
    }

    /** A straight mark right behind a word closes a quote that something else has opened. */
    private static boolean closes(StoryWords words, int w) {
        if (w == 0 || w + 1 >= words.size()) {
            return false;
        }
        Token before = words.token(w - 1);
        Token here = words.token(w);
        Token after = words.token(w + 1);
        return before.span().end() == here.span().start()
                && here.span().end() < after.span().start();
    }

    List<Quote> list() {
        return list;
    }

    /** The quote around a word, null for none. */
    @Nullable
    Quote around(int word) {
        for (Quote q : list) {
            if (q.holds(word)) {
                return q;
            }
        }
        return null;
    }
}
