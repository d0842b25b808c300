package demarche.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Uncased BERT word pieces, one word at a time; exactly what the trainer does in {@code training/pieces.py}. */
final class WordPiece {
    private static final int LONGEST = 100;
    private static final int MOST_CACHED = 50_000;

    private final Map<String, Integer> vocabulary;
    private final int most;
    private final int unknown;
    private final Map<String, int[]> cache = new ConcurrentHashMap<>();

    /**
     * @param lines the vocabulary: the piece on line i has id i
     * @param mostPieces pieces kept of one word
     */
    WordPiece(List<String> lines, int mostPieces) {
        vocabulary = new HashMap<>(lines.size() * 2);
        for (int i = 0; i < lines.size(); i++) {
            vocabulary.put(lines.get(i), i);
        }
        most = mostPieces;
        unknown = id("[UNK]");
    }

    /** Id of a piece that must be there. */
    int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("vocab.txt: no piece " + piece + ". Give the vocabulary of the model.");
        }
        return id;
    }

    /** Whole words of the vocabulary, lower case: the most frequent ones of English, and names. */
    Set<String> words() {
        Set<String> out = new HashSet<>(vocabulary.size());
        for (String piece : vocabulary.keySet()) {
            if (isWord(piece)) {
                out.add(piece);
            }
        }
        return out;
    }

    private static boolean isWord(String piece) {
        boolean letters = piece.length() > 1;
        for (int i = 0; letters && i < piece.length(); i++) {
            letters = piece.charAt(i) >= 'a' && piece.charAt(i) <= 'z';
        }
        return letters;
    }

    /** Ids of a word's pieces, at least one. The array is shared: read only. */
    int[] pieces(String word) {
        int[] known = cache.get(word);
        if (known != null) {
            return known;
        }
        int[] pieces = cut(word);
        if (cache.size() < MOST_CACHED && word.length() <= LONGEST) {
            cache.put(word, pieces);
        }
        return pieces;
    }

    private int[] cut(String word) {
        List<Integer> out = new ArrayList<>();
        for (String part : basic(word)) {
            if (out.size() >= most) {
                break;
            }
            greedy(part, out);
        }
        if (out.isEmpty()) {
            out.add(unknown);
        }
        return out.stream().limit(most).mapToInt(Integer::intValue).toArray();
    }

    /** Lower case, accents off, controls off, parted at white space, marks and Chinese characters. */
    private static List<String> basic(String word) {
        List<String> out = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        plain.codePoints().filter(c -> !isDropped(c)).forEach(c -> {
            boolean mark = isPunctuation(c) || isChinese(c);
            if (mark || isSpace(c)) {
                flush(current, out);
                if (mark) {
                    out.add(Character.toString(c));
                }
            } else {
                current.appendCodePoint(c);
            }
        });
        flush(current, out);
        return out;
    }

    private static void flush(StringBuilder current, List<String> out) {
        if (current.length() > 0) {
            out.add(current.toString());
            current.setLength(0);
        }
    }

    private void greedy(String part, List<Integer> out) {
        if (part.codePointCount(0, part.length()) > LONGEST) {
            out.add(unknown);
            return;
        }
        int[] found = new int[part.length()];
        int count = 0;
        int start = 0;
        while (start < part.length()) {
            Integer id = null;
            int end = part.length();
            while (end > start) {
                id = vocabulary.get(start > 0 ? "##" + part.substring(start, end) : part.substring(start, end));
                if (id != null) {
                    break;
                }
                end--;
            }
            if (id == null) {
                out.add(unknown);
                return;
            }
            found[count++] = id;
            start = end;
        }
        Arrays.stream(found, 0, count).forEach(out::add);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK -> true;
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> c != '\t' && c != '\n' && c != '\r';
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        boolean ascii = c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126;
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isChinese(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2B73F
                || c >= 0x2B740 && c <= 0x2B81F
                || c >= 0x2B820 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }
}
