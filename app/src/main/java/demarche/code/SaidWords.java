package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Token;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Words of a statement on the way to be one, by their numbers in {@link StoryWords}. The cue has at least one word. */
record SaidWords(BitSet speaker, BitSet cue, BitSet content) {
    private static final Set<String> LIGHT = Set.of("PUNCT", "ADP", "DET", "ADV", "AUX", "PART");

    static SaidWords of(Parse.Attribution a, StoryWords words) {
        return new SaidWords(words.of(speaker(a)), words.of(a.cue()), words.of(a.content()));
    }

    /** One sentence names the speaker: the cue's where it does. */
    private static List<Parse.Range> speaker(Parse.Attribution a) {
        int sentence = a.cue().get(0).sentence();
        List<Parse.Range> own =
                a.speaker().stream().filter(r -> r.sentence() == sentence).toList();
        return own.isEmpty() ? a.speaker() : own;
    }

    SaidWords by(BitSet newSpeaker) {
        return new SaidWords(newSpeaker, cue, content);
    }

    int firstCue() {
        return cue.nextSetBit(0);
    }

    int cueSentence(StoryWords words) {
        return words.sentence(firstCue());
    }

    /** The cue's word that the others hang on: its verb or noun where it has one. */
    int cueHead(StoryWords words) {
        for (int w = firstCue(); w >= 0; w = cue.nextSetBit(w + 1)) {
            Token token = words.token(w);
            boolean inner = token.head() != 0 && cue.get(words.number(words.sentence(w), token.head()));
            if (!inner && !LIGHT.contains(token.upos())) {
                return w;
            }
        }
        return firstCue();
    }
}
