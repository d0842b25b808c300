package demarche.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Groups the words of a paragraph into sentences; a closing quotation mark stays with its sentence. */
final class SentenceSplitter {
    /** Longer sentences are cut: no tree of more words is worth its time. */
    static final int MOST_WORDS = 200;

    private static final String CLOSERS = "\"”’')]»}";

    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "it",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "this",
            "that",
            "these",
            "those",
            "but",
            "and",
            "in",
            "on",
            "at",
            "for",
            "if",
            "when",
            "while",
            "as",
            "after",
            "before",
            "there",
            "his",
            "her",
            "their",
            "its",
            "our",
            "my",
            "however",
            "meanwhile",
            "since",
            "by",
            "with",
            "what",
            "who",
            "how",
            "why",
            "some",
            "many",
            "most",
            "no",
            "not",
            "both",
            "officials",
            "another",
            "also",
            "from",
            "to",
            "according",
            "one",
            "two",
            "despite",
            "although",
            "though",
            "last",
            "under",
            "then",
            "so",
            "or",
            "yet",
            "during",
            "because",
            "such");

    private static final Set<String> SAYING = Set.of(
            "said",
            "says",
            "asked",
            "asks",
            "added",
            "told",
            "replied",
            "wrote",
            "exclaimed",
            "cried",
            "shouted",
            "answered",
            "whispered",
            "thought",
            "demanded",
            "inquired",
            "continued",
            "remarked",
            "yelled");

    /** With a capital letter these start a sentence even after a question in quotation marks: "“Why?” He left." */
    private static final Set<String> SUBJECTS = Set.of("He", "She", "They", "It", "We", "I", "You");

    private static final Set<String> PAUSES = Set.of(",", ";", ":", "-", "–", "—", "--");

    private final List<Word> words;

    private SentenceSplitter(List<Word> words) {
        this.words = words;
    }

    /** Sentences of a text between two UTF-16 offsets, each its words in order; never an empty one. */
    static List<List<Word>> sentences(String text, int from, int to) {
        List<List<Word>> out = new ArrayList<>();
        for (int[] paragraph : Paragraphs.of(text, from, to)) {
            int dateline = Dateline.end(text, paragraph[0], paragraph[1]);
            if (dateline > paragraph[0]) {
                out.add(Tokenizer.words(text, paragraph[0], dateline));
            }
            new SentenceSplitter(Tokenizer.words(text, dateline, paragraph[1])).split(out);
        }
        return out;
    }

    private void split(List<List<Word>> out) {
        int start = 0;
        int i = 0;
        while (i < words.size()) {
            int end = i + 1;
            if (isTerminal(i, start)) {
                end = pastClosers(i);
                if (end == words.size() || startsSentence(i, end)) {
                    add(out, start, end);
                    start = end;
                }
            }
            i = end;
        }
        add(out, start, words.size());
    }

    private void add(List<List<Word>> out, int start, int end) {
        int from = start;
        while (end - from > MOST_WORDS) {
            int cut = from + MOST_WORDS;
            for (int i = cut; i > from + MOST_WORDS / 2; i--) {
                if (PAUSES.contains(words.get(i - 1).form())) {
                    cut = i;
                    break;
                }
            }
            out.add(List.copyOf(words.subList(from, cut)));
            from = cut;
        }
        if (from < end) {
            out.add(List.copyOf(words.subList(from, end)));
        }
    }

    private boolean isTerminal(int i, int start) {
        String form = words.get(i).form();
        char last = form.charAt(form.length() - 1);
        if (form.length() > 1 && last == '.' && Character.isLetter(form.charAt(0))) {
            return true;
        }
        boolean opens =
                i == start + 1 || i > start + 1 && words.get(i - 2).form().equals(":");
        boolean listNumber =
                form.equals(".") && opens && isCounter(words.get(i - 1).form());
        return !listNumber && !dotFollows(i) && form.chars().allMatch(c -> ".!?…".indexOf(c) >= 0);
    }

    /** Whether the word is a dot of a spaced ellipsis, ". . .", and not its last. */
    private boolean dotFollows(int i) {
        return isDot(i) && isDot(i + 1);
    }

    private boolean isDot(int i) {
        return i >= 0 && i < words.size() && words.get(i).form().equals(".");
    }

    private static boolean isCounter(String form) {
        return form.length() <= 2 && form.chars().allMatch(Character::isLetterOrDigit) && !form.equals("I");
    }

    private int pastClosers(int terminal) {
        int end = terminal + 1;
        while (end < words.size() && isCloser(end)) {
            end++;
        }
        while (isReference(end)) {
            end += 3;
        }
        return end;
    }

    /** "[12]" after a sentence is its note. */
    private boolean isReference(int i) {
        return i + 2 < words.size()
                && words.get(i).form().equals("[")
                && words.get(i).start() == words.get(i - 1).end()
                && Character.isDigit(words.get(i + 1).form().charAt(0))
                && words.get(i + 2).form().equals("]");
    }

    private boolean isCloser(int i) {
        String form = words.get(i).form();
        boolean mark = form.length() == 1 && CLOSERS.indexOf(form.charAt(0)) >= 0 || form.equals("''");
        boolean attached = words.get(i).start() == words.get(i - 1).end();
        boolean straight = form.equals("\"") || form.equals("'");
        boolean faces = form.length() > 1 && form.length() < 4 && ":;=".indexOf(form.charAt(0)) >= 0;
        boolean opensNext = form.equals("''")
                && i + 1 < words.size()
                && words.get(i + 1).start() == words.get(i).end();
        return mark && (attached || !straight && !form.equals("’") && !opensNext) || faces;
    }

    private boolean startsSentence(int terminal, int next) {
        String form = words.get(next).form();
        String mark = words.get(terminal).form();
        boolean quoteClosed = next > terminal + 1;
        int first = firstLetter(next);
        boolean asks = mark.endsWith("?") || mark.endsWith("!");
        if (quoteClosed && asks && !SUBJECTS.contains(form) && saysSoon(next)) {
            return false;
        }
        if (mark.length() > 1 && Character.isLetter(mark.charAt(0))) {
            return abbreviationEnds(mark, next);
        }
        boolean dots = mark.startsWith("..") || mark.startsWith("…") || isDot(terminal) && isDot(terminal - 1);
        if (first >= 0 && Character.isLowerCase(first)) {
            return !dots && !quoteClosed && spaced(next) && !mark.equals("?!") && !isJoined(form);
        }
        if (PAUSES.contains(form) || form.chars().allMatch(c -> ".!?…)]".indexOf(c) >= 0)) {
            return false;
        }
        return spaced(next) || !dots;
    }

    /** After "U.S." or "Inc." a sentence starts with a word that is not often inside a name. */
    private boolean abbreviationEnds(String mark, int next) {
        Word word = words.get(next);
        if (!Character.isUpperCase(word.form().charAt(0))
                && "\"“".indexOf(word.form().charAt(0)) < 0) {
            return false;
        }
        Abbreviations.Kind kind = Abbreviations.kind(mark);
        if (kind == Abbreviations.Kind.LEADS || kind == Abbreviations.Kind.COUNTS || mark.length() == 2) {
            return false;
        }
        return STARTERS.contains(word.form().toLowerCase(Locale.ROOT))
                || "\"“".indexOf(word.form().charAt(0)) >= 0 && !Character.isLowerCase(firstLetter(next));
    }

    private boolean saysSoon(int next) {
        for (int i = next; i < Math.min(words.size(), next + 4); i++) {
            if (SAYING.contains(words.get(i).form())) {
                return true;
            }
            if (!Character.isLetter(words.get(i).form().charAt(0))) {
                return false;
            }
        }
        return false;
    }

    private boolean isJoined(String form) {
        return form.equals("and") || form.equals("or");
    }

    private boolean spaced(int i) {
        return words.get(i).start() > words.get(i - 1).end();
    }

    /** The first letter or digit at or after an opening mark, or -1. */
    private int firstLetter(int i) {
        for (int k = i; k < Math.min(words.size(), i + 3); k++) {
            int c = words.get(k).form().codePointAt(0);
            if (Character.isLetterOrDigit(c)) {
                return c;
            }
        }
        return -1;
    }
}
