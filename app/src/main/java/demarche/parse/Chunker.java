package demarche.parse;

import java.util.ArrayList;
import java.util.List;

/** Packs consecutive sentences into chunks; a sentence that does not fit into one is cut into windows. */
final class Chunker {
    /** Pieces of a window of a very long sentence: more than a chunk of many sentences takes, as in training. */
    private static final int EXTRA = 60;

    private final WordPiece wordPiece;
    private final int most;
    private final int cls;
    private final int sep;

    Chunker(WordPiece wordPiece, int mostPieces) {
        this.wordPiece = wordPiece;
        this.most = mostPieces;
        this.cls = wordPiece.id("[CLS]");
        this.sep = wordPiece.id("[SEP]");
    }

    /** Chunks of the sentences of one story, in order. */
    List<Chunk> chunks(List<Sentence> sentences) {
        List<Chunk> out = new ArrayList<>();
        List<Window> open = new ArrayList<>();
        int size = 2;
        for (int i = 0; i < sentences.size(); i++) {
            for (Window w : windows(sentences.get(i), i)) {
                if (!open.isEmpty() && size + w.size() > most) {
                    out.add(chunk(open));
                    open.clear();
                    size = 2;
                }
                open.add(w);
                size += w.size();
            }
        }
        if (!open.isEmpty()) {
            out.add(chunk(open));
        }
        return out;
    }

    private record Window(int sentence, int from, List<int[]> words, List<Shape> shapes, int size) {}

    private List<Window> windows(Sentence sentence, int index) {
        List<Window> out = new ArrayList<>();
        List<int[]> words = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        int size = 0;
        int from = 0;
        for (Token t : sentence.tokens()) {
            int[] pieces = wordPiece.pieces(t.form());
            if (2 + size + pieces.length > most + EXTRA) {
                out.add(new Window(index, from, List.copyOf(words), List.copyOf(shapes), size));
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
            out.add(new Window(index, from, words, shapes, size));
        }
        return out;
    }

    private Chunk chunk(List<Window> windows) {
        int size = 2 + windows.stream().mapToInt(Window::size).sum();
        int count = 1 + windows.stream().mapToInt(w -> w.words().size()).sum();
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
        }
        pieces[at] = sep;
        return new Chunk(pieces, shapes, first, sentence, parts);
    }
}
