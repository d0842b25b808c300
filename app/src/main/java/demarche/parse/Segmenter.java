package demarche.parse;

import demarche.story.Span;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Story to bare sentences: words and their places, nothing analysed yet. */
final class Segmenter {
    private Segmenter() {}

    /** The title's sentences first, unless the text opens with the title; boilerplate is left out. */
    static List<Sentence> sentences(Story story) {
        List<Sentence> out = new ArrayList<>();
        String title = story.title();
        if (title != null && !opensWith(story.text(), title)) {
            add(title, 0, title.length(), new CodePoints(title), Span.TITLE, out);
        }
        String text = story.text();
        CodePoints points = new CodePoints(text);
        int from = 0;
        List<Story.Boilerplate> skipped = story.boilerplate().stream()
                .sorted(Comparator.comparingInt(Story.Boilerplate::start))
                .toList();
        for (Story.Boilerplate b : skipped) {
            int start = offset(text, points, b.start());
            add(text, from, Math.max(from, start), points, null, out);
            from = Math.max(from, offset(text, points, b.end()));
        }
        add(text, from, text.length(), points, null, out);
        return out;
    }

    /** Whether the text's first line is the title, whatever its punctuation. */
    private static boolean opensWith(String text, String title) {
        String head = text.substring(0, Math.min(text.length(), 4 * title.length() + 200))
                .strip();
        int line = head.indexOf('\n');
        String first = line < 0 ? head : head.substring(0, line);
        return bare(first).equals(bare(title));
    }

    private static String bare(String line) {
        return line.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static int offset(String text, CodePoints points, int codePoint) {
        int most = points.at(text.length());
        return text.offsetByCodePoints(0, Math.min(codePoint, most));
    }

    private static void add(String text, int from, int to, CodePoints points, @Nullable String in, List<Sentence> out) {
        for (List<Word> words : SentenceSplitter.sentences(text, from, to)) {
            List<Token> tokens = new ArrayList<>(words.size());
            for (Word w : words) {
                Span span = new Span(points.at(w.start()), points.at(w.end()), in);
                tokens.add(bare(tokens.size() + 1, span, w.form()));
            }
            Span span = tokens.get(0).span().union(tokens.get(tokens.size() - 1).span());
            out.add(new Sentence(out.size(), span, tokens, List.of()));
        }
    }

    /** The sentences, by their indexes, that open a paragraph: a line of the story ends before them. */
    static BitSet paragraphs(Story story, List<Sentence> sentences) {
        BitSet out = new BitSet();
        int[] text = story.text().codePoints().toArray();
        for (int i = 0; i < sentences.size(); i++) {
            Span here = sentences.get(i).span();
            Span before = i == 0 ? null : sentences.get(i - 1).span();
            boolean apart = before == null || !before.sameSide(here);
            for (int k = before == null || apart ? here.start() : before.end();
                    k < Math.min(here.start(), text.length);
                    k++) {
                apart |= text[k] == '\n' || text[k] == '\r' || text[k] == 0x2029;
            }
            out.set(i, apart);
        }
        return out;
    }

    /** A token with nothing but its form and place. */
    static Token bare(int index, Span span, String form) {
        return new Token(index, span, form, "_", "_", "_", 0, "_");
    }
}
