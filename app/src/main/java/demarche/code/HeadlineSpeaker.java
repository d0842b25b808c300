package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Sentence;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two forms in which headlines credit a claim: "Ostland will not sign: Berg" and "Berg: Ostland will not sign". */
final class HeadlineSpeaker {
    private static final int LONGEST = 7;
    private static final int SHORTEST_CLAIM = 3;
    private static final Set<String> INNER = Set.of("PROPN", "NOUN", "DET", "ADP", "ADJ", "PART", "NUM", "PUNCT");

    private HeadlineSpeaker() {}

    /** The headline's statement, null when it is none or {@code said} has it. */
    static @Nullable SaidWords find(Parse parse, StoryWords words, List<SaidWords> said, Codebook codebook) {
        if (parse.sentences().isEmpty()) {
            return null;
        }
        Sentence line = parse.sentences().get(0);
        int end = words.end(0);
        boolean headline = end < words.size() && words.paragraph(end)
                || line.span().in() != null
                || parse.sentences().size() == 1;
        int colon = headline ? colon(words, end) : -1;
        if (colon < 0) {
            return null;
        }
        int last = end;
        while (last > colon + 1 && words.token(last - 1).upos().equals("PUNCT")) {
            last--;
        }
        SaidWords found = null;
        if (names(line, words, codebook, colon + 1, last) && colon >= SHORTEST_CLAIM) {
            found = statement(colon + 1, last, colon, 0, colon);
        } else if (names(line, words, codebook, 0, colon) && end - colon > SHORTEST_CLAIM) {
            found = statement(0, colon, colon, colon + 1, last);
        }
        SaidWords it = found;
        return it == null || said.stream().anyMatch(s -> s.cue().get(colon)) ? null : it;
    }

    private static int colon(StoryWords words, int end) {
        int colon = -1;
        for (int w = 1; w < end - 1; w++) {
            if (words.token(w).form().equals(":")) {
                if (colon >= 0) {
                    return -1;
                }
                colon = w;
            }
        }
        return colon;
    }

    /** Whether the words are a short phrase that names somebody who can speak. */
    private static boolean names(Sentence line, StoryWords words, Codebook codebook, int from, int to) {
        if (to <= from || to - from > LONGEST) {
            return false;
        }
        boolean speaks = line.names().stream()
                .anyMatch(n -> (n.kind() == Sentence.Name.Kind.PERSON || n.kind() == Sentence.Name.Kind.ORGANIZATION)
                        && n.first() - 1 >= from
                        && n.last() <= to);
        for (int w = from; w < to; w++) {
            if (!INNER.contains(words.token(w).upos())) {
                return false;
            }
            speaks |= codebook.isVoice(words.token(w).lemma().toLowerCase(Locale.ROOT));
        }
        return speaks;
    }

    private static SaidWords statement(int speaker, int speakerEnd, int cue, int content, int contentEnd) {
        SaidWords out = new SaidWords(new BitSet(), new BitSet(), new BitSet());
        out.speaker().set(speaker, speakerEnd);
        out.cue().set(cue);
        out.content().set(content, contentEnd);
        return out;
    }
}
