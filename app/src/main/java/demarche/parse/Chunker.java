package demarche.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Packs consecutive sentences into chunks; a sentence that does not fit into one is cut into windows.
 *
 * <p>The network has learnt from headlines that end with a full stop. Behind a line that has none it is given one that no
 * part holds; it would else take the headline and the sentence below for one.
 */
final class Chunker {
    /** Pieces of a window of a very long sentence: more than a chunk of many sentences takes, as in training. */
    private static final int EXTRA = 90;

    /** Share of a chunk that whole paragraphs must fill, so that it ends with one. */
    private static final double FULL = 0.5;

    private final WordPiece wordPiece;
    private final int most;
    private final int cls;
    private final int sep;
    private final int stop;

    Chunker(WordPiece wordPiece, int mostPieces) {
        this.wordPiece = wordPiece;
        this.most = mostPieces;
        this.cls = wordPiece.id("[CLS]");
        this.sep = wordPiece.id("[SEP]");
        this.stop = wordPiece.id(".");
    }

    /**
     * Chunks of the sentences of one story, in order.
     *
     * @param opens sentences that open a paragraph
     */
    List<Chunk> chunks(List<Sentence> sentences, BitSet opens) {
        List<Chunk> out = new ArrayList<>();
        List<Window> open = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            boolean last = i + 1 == sentences.size() || opens.get(i + 1);
            for (Window w : windows(sentences.get(i), i, last && !stopped(sentences.get(i)))) {
                if (!open.isEmpty() && size(open) + w.size() > most) {
                    int cut = cut(open, w, opens);
                    out.add(chunk(open.subList(0, cut)));
                    open = new ArrayList<>(open.subList(cut, open.size()));
                    if (!open.isEmpty() && size(open) + w.size() > most) {
                        out.add(chunk(open));
                        open.clear();
                    }
                }
                open.add(w);
            }
        }
        if (!open.isEmpty()) {
            out.add(chunk(open));
        }
        return out;
    }

    private static int size(List<Window> windows) {
        return 2 + windows.stream().mapToInt(Window::size).sum();
    }

    /** How many of the windows go into the chunk when {@code next} is too much: whole paragraphs if they fill most of it. */
    private int cut(List<Window> open, Window next, BitSet opens) {
        if (next.from() == 0 && opens.get(next.sentence())) {
            return open.size();
        }
        for (int cut = open.size() - 1; cut > 0; cut--) {
            Window first = open.get(cut);
            if (first.from() == 0 && opens.get(first.sentence())) {
                return size(open.subList(0, cut)) >= most * FULL ? cut : open.size();
            }
        }
        return open.size();
    }

    /** Words {@code from} on of a sentence; {@code size} counts pieces. */
    private record Window(int sentence, int from, List<int[]> words, List<Shape> shapes, boolean stop, int size) {}

    private static boolean stopped(Sentence sentence) {
        String last = sentence.tokens().get(sentence.tokens().size() - 1).form();
        return Shape.of(last) == Shape.PUNCT;
    }

    private List<Window> windows(Sentence sentence, int index, boolean stop) {
        List<Window> out = new ArrayList<>();
        List<int[]> words = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        int size = 0;
        int from = 0;
        for (Token t : sentence.tokens()) {
            int[] pieces = wordPiece.pieces(t.form());
            if (2 + size + pieces.length > most + EXTRA) {
                out.add(new Window(index, from, List.copyOf(words), List.copyOf(shapes), false, size));
                from += words.size();
                words.clear();
                shapes.clear();
                size = 0;
            }
            words.add(pieces);
            shapes.add(Shape.of(t.form()));
            size += pieces.length;
        }
        if (!words.isEmpty()) {
            out.add(new Window(index, from, words, shapes, stop, size + (stop ? 1 : 0)));
        }
        return out;
    }

    private Chunk chunk(List<Window> windows) {
        int size = 2 + windows.stream().mapToInt(Window::size).sum();
        int count = 1
                + windows.stream()
                        .mapToInt(w -> w.words().size() + (w.stop() ? 1 : 0))
                        .sum();
        int[] pieces = new int[size];
        int[] shapes = new int[size];
        int[] first = new int[count];
        int[] sentence = new int[count];
        List<Chunk.Part> parts = new ArrayList<>();
        pieces[0] = cls;
        int at = 1;
        int word = 1;
        for (Window w : windows) {
            parts.add(
                    new Chunk.Part(w.sentence(), w.from(), w.from() + w.words().size(), word));
            for (int i = 0; i < w.words().size(); i++) {
                int[] p = w.words().get(i);
                first[word] = at;
                sentence[word++] = parts.size();
                for (int id : p) {
                    shapes[at] = w.shapes().get(i).ordinal();
                    pieces[at++] = id;
                }
            }
            if (w.stop()) {
                first[word] = at;
                sentence[word++] = parts.size();
                shapes[at] = Shape.PUNCT.ordinal();
                pieces[at++] = stop;
            }
        }
        pieces[at] = sep;
        return new Chunk(pieces, shapes, first, sentence, parts);
    }
}
