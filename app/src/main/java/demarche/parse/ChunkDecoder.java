package demarche.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores of a chunk to what is said of its words: tags, lemmas, trees, names, attributions. */
final class ChunkDecoder {
    /** Penn tags of inflected words, for which the vocabulary can vouch. */
    private static final Set<String> INFLECTED = Set.of("VBD", "VBN", "VBG", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS");

    /** Difference of scores up to which a known word is preferred. */
    private static final float CLOSE = 4f;

    private final Labels labels;
    private final Lemmatizer lemmatizer;
    private final TreeDecoder trees;
    private final Viterbi names;
    private final AttributionDecoder attributions;
    private final Set<String> words;

    /** @param words whole words of the encoder's vocabulary; they vouch for a lemma */
    ChunkDecoder(Labels labels, Set<String> words) {
        this.labels = labels;
        this.words = words;
        this.lemmatizer = new Lemmatizer(words);
        this.trees = new TreeDecoder(labels.relations());
        this.names = new Viterbi(labels.names());
        this.attributions = new AttributionDecoder(labels.tags());
    }

    /** A part's words with heads counted within the part, and its names with token indexes of the sentence. */
    record Decoded(Chunk.Part part, List<Token> tokens, List<Sentence.Name> names) {}

    /** All parts of the chunk; {@code bare} are the sentences that the parts name. */
    List<Decoded> parts(EncodedChunk chunk, List<Sentence> bare) {
        List<Decoded> out = new ArrayList<>();
        for (Chunk.Part part : chunk.chunk().parts()) {
            List<Token> words = bare.get(part.sentence()).tokens().subList(part.from(), part.to());
            out.add(new Decoded(part, tokens(chunk, part, words), names(chunk, part)));
        }
        return out;
    }

    /** Attributions of the chunk. */
    List<Parse.Attribution> attributions(EncodedChunk chunk) {
        return attributions.decode(chunk);
    }

    private List<Token> tokens(EncodedChunk chunk, Chunk.Part part, List<Token> words) {
        TreeDecoder.Tree tree = trees.decode(chunk, part);
        List<Token> out = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Token t = words.get(i);
            int w = part.at() + i;
            String upos = labels.upos().get(chunk.best(EncodedChunk.Head.UPOS, w));
            String xpos = labels.xpos().get(chunk.best(EncodedChunk.Head.XPOS, w));
            String lemma = lemmatizer.lemma(t.form(), xpos, lemma(t.form(), xpos, chunk, w));
            out.add(new Token(t.index(), t.span(), t.form(), lemma, upos, xpos, tree.heads()[i], tree.relations()[i]));
        }
        return possessives(out, part.from());
    }

    /** Who has "'s" right behind it and hangs on a later noun is its possessor, whatever the scores say ("Berg's office"). */
    private static List<Token> possessives(List<Token> words, int before) {
        List<Token> out = new ArrayList<>(words);
        for (Token mark : words) {
            int owner = mark.head() - 1;
            if (!mark.xpos().equals("POS") || owner < 0 || mark.index() - before - 1 <= owner) {
                continue;
            }
            Token t = words.get(owner);
            boolean later = t.head() > mark.index() - before
                    && words.get(t.head() - 1).upos().matches("NOUN|PROPN");
            if (later && !t.baseRelation().equals("nmod") && !t.baseRelation().equals("conj")) {
                out.set(
                        owner,
                        new Token(t.index(), t.span(), t.form(), t.lemma(), t.upos(), t.xpos(), t.head(), "nmod:poss"));
            }
        }
        return out;
    }

    /** The best script that fits the form; of nearly equal ones, the first that makes a word of the vocabulary. */
    private String lemma(String form, String xpos, EncodedChunk chunk, int word) {
        float[] scores = chunk.scores(EncodedChunk.Head.LEMMA, word);
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if ((best < 0 || scores[i] > scores[best]) && labels.lemma().get(i).fits(form)) {
                best = i;
            }
        }
        if (best < 0) {
            return form;
        }
        String known = INFLECTED.contains(xpos) ? known(form, scores, scores[best]) : null;
        return known != null ? known : labels.lemma().get(best).apply(form);
    }

    /** The word of the vocabulary with the best score, when that is close to the top. Best first: mostly it is the first. */
    private @Nullable String known(String form, float[] scores, float top) {
        float[] left = scores.clone();
        for (int best = argmax(left); top - left[best] <= CLOSE; best = argmax(left)) {
            LemmaScript script = labels.lemma().get(best);
            if (script.fits(form)) {
                String lemma = script.apply(form);
                if (words.contains(lemma)) {
                    return lemma;
                }
            }
            left[best] = Float.NEGATIVE_INFINITY;
        }
        return null;
    }

    private static int argmax(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private List<Sentence.Name> names(EncodedChunk chunk, Chunk.Part part) {
        float[][] logits = new float[part.size()][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = chunk.scores(EncodedChunk.Head.NAMES, part.at() + i);
        }
        int[] tags = names.best(logits);
        List<Sentence.Name> out = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            String tag = labels.names().get(tags[i]);
            if (tag.startsWith("B-")) {
                int end = i + 1;
                while (end < tags.length && labels.names().get(tags[end]).equals("I-" + tag.substring(2))) {
                    end++;
                }
                double score = 0;
                for (int k = i; k < end; k++) {
                    score += Math.exp(Viterbi.logSoftmax(logits[k])[tags[k]]);
                }
                int first = part.from() + i + 1;
                out.add(new Sentence.Name(first, part.from() + end, kind(tag.substring(2)), score / (end - i)));
            }
        }
        return out;
    }

    private static Sentence.Name.Kind kind(String tag) {
        return switch (tag) {
            case "PER" -> Sentence.Name.Kind.PERSON;
            case "ORG" -> Sentence.Name.Kind.ORGANIZATION;
            case "LOC" -> Sentence.Name.Kind.LOCATION;
            default -> Sentence.Name.Kind.MISC;
        };
    }
}
