package demarche.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The part of a text that holds most of some words, with the words marked as hit, others as near. Pure. */
final class Excerpt {
    private static final int LENGTH = 320;

    private Excerpt() {}

    static List<Piece> of(String text, List<SearchIndex.Token> tokens, Set<String> words, Set<String> near) {
        List<SearchIndex.Token> hits = tokens.stream()
                .filter(t -> words.contains(t.term()) || near.contains(t.term()))
                .toList();
        int from = 0;
        long best = -1;
        for (SearchIndex.Token t : hits) {
            long inside = hits.stream()
                    .filter(o -> o.start() >= t.start() && o.end() <= t.start() + LENGTH - 60)
                    .map(SearchIndex.Token::term)
                    .distinct()
                    .count();
            if (inside > best) {
                best = inside;
                from = t.start();
            }
        }
        int start = text.length() <= LENGTH ? 0 : wordBefore(text, Math.max(0, from - 60));
        int end = Math.min(text.length(), start + LENGTH);
        List<Piece> out = new ArrayList<>();
        if (start > 0) {
            out.add(new Piece("… ", "", null, null));
        }
        int at = start;
        for (SearchIndex.Token t : hits) {
            if (t.start() >= at && t.end() <= end) {
                add(out, text.substring(at, t.start()), "");
                add(out, text.substring(t.start(), t.end()), words.contains(t.term()) ? "hit" : "near");
                at = t.end();
            }
        }
        add(out, text.substring(at, end), "");
        if (end < text.length()) {
            out.add(new Piece(" …", "", null, null));
        }
        return out;
    }

    private static int wordBefore(String text, int at) {
        int space = at == 0 ? 0 : text.lastIndexOf(' ', at);
        return space < 0 ? at : space;
    }

    private static void add(List<Piece> out, String text, String style) {
        if (!text.isEmpty()) {
            out.add(new Piece(text, style, null, null));
        }
    }
}
