package demarche.parse;

import java.util.ArrayList;
import java.util.List;

/** Scores of a chunk to what is said of its words: tags, lemmas, trees, names, attributions. */
final class ChunkDecoder {
    private final Labels labels;
    private final TreeDecoder trees;
    private final Viterbi names;
    private final AttributionDecoder attributions;

    ChunkDecoder(Labels labels) {
        this.labels = labels;
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
            String lemma = lemma(t.form(), chunk, w);
            out.add(new Token(t.index(), t.span(), t.form(), lemma, upos, xpos, tree.heads()[i], tree.relations()[i]));
        }
        return out;
    }

    private String lemma(String form, EncodedChunk chunk, int word) {
        LemmaScript best = labels.lemma().get(chunk.best(EncodedChunk.Head.LEMMA, word));
        if (best.fits(form)) {
            return best.apply(form);
        }
        float[] scores = chunk.scores(EncodedChunk.Head.LEMMA, word);
        LemmaScript fitting = null;
        float top = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > top && labels.lemma().get(i).fits(form)) {
                fitting = labels.lemma().get(i);
                top = scores[i];
            }
        }
        return fitting == null ? form : fitting.apply(form);
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
