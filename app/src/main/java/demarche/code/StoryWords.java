package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** All words of a story in one row, numbered from 0, so that stretches may cross sentences. */
final class StoryWords {
    private final Parse parse;
    private final List<Tree> trees = new ArrayList<>();
    private final int[] first;
    private final List<Ref> refs = new ArrayList<>();

    StoryWords(Parse parse) {
        this.parse = parse;
        this.first = new int[parse.sentences().size() + 1];
        for (Sentence sentence : parse.sentences()) {
            first[sentence.index()] = refs.size();
            trees.add(new Tree(sentence));
            for (Token token : sentence.tokens()) {
                refs.add(new Ref(sentence.index(), token.index()));
            }
        }
        first[first.length - 1] = refs.size();
    }

    int size() {
        return refs.size();
    }

    Tree tree(int sentence) {
        return trees.get(sentence);
    }

    /** The word's number in the story. */
    int number(int sentence, int token) {
        return first[sentence] + token - 1;
    }

    int number(Ref ref) {
        return number(ref.sentence(), ref.token());
    }

    Ref ref(int number) {
        return refs.get(number);
    }

    int sentence(int number) {
        return refs.get(number).sentence();
    }

    Token token(int number) {
        Ref ref = refs.get(number);
        return parse.sentences().get(ref.sentence()).token(ref.token());
    }

    /** Whether the word opens its sentence. */
    boolean opens(int number) {
        return refs.get(number).token() == 1;
    }

    /** Whether the word opens a paragraph. */
    boolean paragraph(int number) {
        if (number == 0) {
            return true;
        }
        Span before = token(number - 1).span();
        Span here = token(number).span();
        if (!opens(number) || !before.sameSide(here)) {
            return opens(number);
        }
        String text = before.in() == null
                ? parse.story().text()
                : String.valueOf(parse.story().title());
        int start = text.offsetByCodePoints(0, before.end());
        int end = text.offsetByCodePoints(start, here.start() - before.end());
        return text.substring(start, end).indexOf('\n') >= 0;
    }

    /** Number after the last word of a sentence. */
    int end(int sentence) {
        return first[sentence + 1];
    }

    /** Words of a range of the parse. */
    void add(BitSet words, Parse.Range range) {
        words.set(number(range.sentence(), range.first()), number(range.sentence(), range.last()) + 1);
    }

    BitSet of(List<Parse.Range> ranges) {
        BitSet out = new BitSet();
        ranges.forEach(r -> add(out, r));
        return out;
    }

    /** The stretches of text that words cover, one for each run within a sentence. */
    List<Span> spans(BitSet words) {
        List<Span> out = new ArrayList<>();
        for (Parse.Range r : ranges(words)) {
            Sentence sentence = parse.sentences().get(r.sentence());
            out.add(sentence.token(r.first())
                    .span()
                    .union(sentence.token(r.last()).span()));
        }
        return out;
    }

    /** Runs of words, cut at the ends of sentences. */
    List<Parse.Range> ranges(BitSet words) {
        List<Parse.Range> out = new ArrayList<>();
        for (int from = words.nextSetBit(0); from >= 0; ) {
            int s = sentence(from);
            int to = Math.min(words.nextClearBit(from), end(s));
            out.add(new Parse.Range(s, refs.get(from).token(), refs.get(to - 1).token()));
            from = words.nextSetBit(to);
        }
        return out;
    }
}
