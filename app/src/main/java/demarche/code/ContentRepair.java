package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Token;
import java.util.List;
import java.util.Set;

/**
 * Contents made whole: a quote is credited whole, so is the clause that the cue's verb takes; what lies in another
 * sentence than the cue is credited only when it is quoted or a sentence of its own.
 */
final class ContentRepair {
    private static final Set<String> STOPS = Set.of(".", ",", ";", ":");

    private final StoryWords words;
    private final Quotes quotes;

    ContentRepair(StoryWords words, Quotes quotes) {
        this.words = words;
        this.quotes = quotes;
    }

    void repair(List<SaidWords> said) {
        for (SaidWords s : said) {
            wholeQuotes(s);
        }
        for (SaidWords s : said) {
            oneSentence(s, said);
            wholeClause(s);
            withoutShared(s, said);
        }
        for (Quotes.Quote quote : quotes.list()) {
            continued(quote, said);
        }
    }

    private void wholeQuotes(SaidWords s) {
        for (Quotes.Quote q : quotes.list()) {
            if (!q.holds(s.firstCue()) && q.within(s.content()) * 2 >= q.length()) {
                s.content().set(q.from(), q.to());
                s.content().andNot(s.cue());
            }
        }
    }

    private void oneSentence(SaidWords s, List<SaidWords> said) {
        int here = s.cueSentence(words);
        List<Parse.Range> runs = words.ranges(s.content());
        if (runs.stream().noneMatch(r -> r.sentence() == here)) {
            return;
        }
        for (Parse.Range run : runs) {
            int from = words.number(run.sentence(), run.first());
            int to = words.number(run.sentence(), run.last()) + 1;
            boolean apart = !sameParagraph(Math.min(from, s.firstCue()) + 1, Math.max(to - 1, s.firstCue()));
            boolean whole = !apart && words.opens(from) && to >= words.end(run.sentence()) - 1;
            boolean quoted =
                    (quotes.around(from) != null || quotes.around(to - 1) != null) && !(apart && plain(s, here));
            if (run.sentence() != here && !quoted && (!whole || anothers(s, said, run.sentence(), from, to))) {
                s.content().clear(from, to);
            }
        }
    }

    /** Whether what a statement has in its cue's sentence is not quoted. */
    private boolean plain(SaidWords s, int sentence) {
        for (int w = s.content().nextSetBit(0); w >= 0; w = s.content().nextSetBit(w + 1)) {
            if (words.sentence(w) == sentence && quotes.around(w) != null) {
                return false;
            }
        }
        return true;
    }

    /** "…, though stated that …": a clause that shares the speaker is a statement of its own, not part of this one. */
    private void withoutShared(SaidWords s, List<SaidWords> said) {
        for (SaidWords o : said) {
            int head = o.cueHead(words);
            if (o == s
                    || words.sentence(head) != s.cueSentence(words)
                    || !s.content().get(head)
                    || head <= s.firstCue()) {
                continue;
            }
            Tree tree = words.tree(words.sentence(head));
            int at = words.ref(head).token();
            if (tree.token(at).relation().equals("advcl") && !tree.has(at, "nsubj", "csubj", "expl")) {
                int from = words.number(words.sentence(head), tree.range(at).first());
                while (from > 0 && STOPS.contains(words.token(from - 1).form())) {
                    from--;
                }
                s.content().clear(from, words.end(words.sentence(head)));
            }
        }
    }

    /** Whether a cue of their own sentence has most of the words. */
    private boolean anothers(SaidWords s, List<SaidWords> said, int sentence, int from, int to) {
        return said.stream()
                .anyMatch(o -> o != s
                        && o.cueSentence(words) == sentence
                        && o.content().get(from, to).cardinality() * 2 > to - from);
    }

    private void wholeClause(SaidWords s) {
        int head = s.cueHead(words);
        int sentence = words.sentence(head);
        Tree tree = words.tree(sentence);
        for (Token child : tree.children(words.ref(head).token(), "ccomp", "xcomp")) {
            Parse.Range clause = clause(words, sentence, child.index());
            int from = words.number(sentence, clause.first());
            int to = words.number(sentence, clause.last()) + 1;
            boolean around = from <= s.firstCue() && s.firstCue() < to || from <= head && head < to;
            boolean quoted = quotes.around(from) != null || quotes.around(to - 1) != null;
            if (!around && !quoted && s.content().get(from, to).cardinality() * 2 >= to - from) {
                s.content().set(from, to);
                s.content().andNot(s.cue());
                s.content().andNot(s.speaker());
            }
        }
    }

    /** A clause without the stop that ends it. */
    static Parse.Range clause(StoryWords words, int sentence, int head) {
        Tree.Range range = words.tree(sentence).range(head);
        int last = range.last();
        while (last > range.first()
                && STOPS.contains(words.tree(sentence).token(last).form())) {
            last--;
        }
        return new Parse.Range(sentence, range.first(), last);
    }

    /** A quote that opens a sentence right after a quoted one goes on with it, as long as nobody else speaks it. */
    private void continued(Quotes.Quote quote, List<SaidWords> said) {
        boolean free = said.stream().noneMatch(s -> quote.within(s.content()) > 0);
        if (!free || quote.length() < 4 || !words.opens(quote.from())) {
            return;
        }
        SaidWords speaker = null;
        Quotes.Quote last = null;
        for (Quotes.Quote q : quotes.list()) {
            for (SaidWords s : said) {
                boolean spoken = q.within(s.content()) * 2 > q.length() && !q.holds(s.firstCue());
                if (q.to() <= quote.from() && spoken) {
                    speaker = s;
                    last = q;
                }
            }
        }
        if (speaker != null
                && last != null
                && words.sentence(quote.from()) - words.sentence(last.to() - 1) <= 1
                && (!last.closed() || sameParagraph(last.to(), quote.from()))) {
            speaker.content().set(quote.from(), quote.to());
        }
    }

    private boolean sameParagraph(int from, int to) {
        for (int w = from; w <= to; w++) {
            if (words.paragraph(w)) {
                return false;
            }
        }
        return true;
    }
}
