package demarche.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into syntactic words the way the English treebanks of Universal Dependencies do: "don't" is "do" and "n't",
 * "Ostland's" is "Ostland" and "'s", "US-backed" is three words, "non-proliferation" and "co-founder" are one.
 *
 * <p>One pass from left to right; every pattern looks ahead a bounded way, so time grows with the text only.
 */
final class Tokenizer {
    private static final int LONGEST_WORD = 400;

    private static final Pattern SPECIAL = Pattern.compile(String.join(
            "|",
            "(?<url>(?:(?:[Hh]ttps?|HTTPS?|ftp)://|www\\.|mailto:)[^\\s<>\"“”]{1,2000}+)",
            "(?<mail>[A-Za-z0-9][A-Za-z0-9._%+-]{0,100}+@[A-Za-z0-9-]{1,100}+(?:\\.[A-Za-z0-9-]{1,60}+){0,9}+)",
            "(?<domain>[A-Za-z0-9-]{1,60}+(?:\\.[A-Za-z0-9-]{1,60}+){0,6}"
                    + "\\.(?:com|org|net|edu|gov|info|co\\.uk|co\\.nz|gov\\.uk|doc|xls|pdf|html?|jpg|txt|COM|DOC|XLS)"
                    + "(?![\\p{L}\\p{Nd}])(?:/[^\\s<>\"“”]{0,2000}+)?)",
            "(?<tag>[@#]\\p{L}[\\p{L}\\p{Nd}_]{0,100}+)",
            "(?<face>(?<![^\\s.!?])(?:[:;=]['^]?-?[()DPpO/\\\\|*](?![\\p{L}\\p{Nd}(:])|\\(:|<3(?!\\d)|\\^_\\^|-_-))",
            "(?<acronym>(?:Ph\\.D\\.?|M\\.Sc\\.?|(?<![\\p{L}\\p{Nd}])\\p{Lu}\\.&\\p{Lu}\\.|(?<![\\p{L}\\p{Nd}])\\p{L}\\.(?:\\p{L}\\.){0,15}\\p{L}(?![\\p{L}\\p{Nd}'’])\\.?))",
            "(?<money>(?:US|HK|NZ|NT|C|A|S|R|U)\\$)",
            "(?<number>[+.]?(?<![\\p{L}\\p{Nd}])(?:"
                    + "\\d{1,2}-\\d{1,2}-(?:\\d{4}|\\d\\d)|\\d{4}-\\d\\d-\\d\\d|(?:\\d-)?\\d{3}[-/]\\d{3}-\\d{4}|\\d{3}-\\d{4}"
                    + ")(?![\\p{L}\\p{Nd}-]))",
            "(?<elided>(?<![\\p{L}\\p{Nd}])['’‘](?:em|til|cause|cuz|bout|tis|twas|\\d\\ds?)(?![\\p{L}\\p{Nd}]))",
            "(?<clitic>(?<![\\s(\\[{“‘]|(?:^|\\s)\")['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)(?![\\p{L}\\p{Nd}'’]))",
            "(?<dots>\\[\\.{3}\\]|\\.{2,400}+|…{1,400}+|[!?]{2,400}+|''|``|‘‘|’’|<{2,400}+|>{2,400}+)",
            "(?<rule>-{2,400}+|–{2,400}+|—{2,400}+|={2,400}+|_{2,400}+|\\*{2,400}+|~{2,400}+|\\+{2,400}+|#{2,400}+)"));

    private static final Pattern NUMBER = Pattern.compile(
            "[+.]?\\p{Nd}{1,300}+(?:[.:/]\\p{Nd}{1,100}+|,\\p{Nd}{2,3}(?!\\p{Nd})(?![,\\]]\\p{Nd}{1,2}(?!\\p{Nd}))){0,20}+");

    private static final Set<String> UNITS = Set.of(
            "am", "pm", "AM", "PM", "a.m", "p.m", "k", "K", "m", "M", "mm", "cm", "km", "kg", "g", "lb", "lbs", "ft",
            "mph", "kph", "x", "MM", "bn", "mn", "Hz", "kHz", "MHz", "GHz", "MW", "kW", "GW", "GB", "MB", "KB", "TB",
            "hrs", "hr", "min", "mins", "sec", "secs", "percent", "pc", "p", "b", "tn", "million", "billion", "mg",
            "ml", "oz", "hh", "C", "F", "c", "f", "km2", "days", "bpd", "sqm", "ha");

    /** Prefixes that stay joined to what follows their hyphen; every other hyphen parts. */
    private static final Set<String> PREFIXES = Set.of(
            "non", "e", "re", "anti", "co", "mid", "pre", "pro", "cross", "post", "semi", "ex", "sub", "multi",
            "counter", "mini", "psycho", "socio", "inter", "micro", "intra", "un", "super", "ultra", "pseudo", "trans",
            "hyper", "proto", "neo", "macro", "nano", "bio", "de", "bi", "tri", "meta", "over");

    /** Contractions without an apostrophe, with the length of their first word. */
    private static final Map<String, Integer> JOINED = Map.ofEntries(
            Map.entry("cannot", 3),
            Map.entry("gonna", 3),
            Map.entry("gotta", 3),
            Map.entry("wanna", 3),
            Map.entry("outta", 3),
            Map.entry("dont", 2),
            Map.entry("cant", 2),
            Map.entry("didnt", 3),
            Map.entry("doesnt", 4),
            Map.entry("wouldnt", 5),
            Map.entry("couldnt", 5),
            Map.entry("isnt", 2),
            Map.entry("wasnt", 3),
            Map.entry("havent", 4));

    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");

    private final String text;
    private final int to;
    private final Matcher special;
    private final Matcher number;
    private final List<Word> words = new ArrayList<>();
    private boolean singleQuoteOpen;

    private Tokenizer(String text, int from, int to) {
        this.text = text;
        this.to = to;
        this.special = SPECIAL.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        this.number = NUMBER.matcher(text);
        run(from);
    }

    /** The words of one paragraph, {@code from} to {@code to} in UTF-16 units. */
    static List<Word> words(String text, int from, int to) {
        return new Tokenizer(text, from, to).words;
    }

    /** White space, and what is invisible between words: controls, zero-width spaces, byte order marks. */
    static boolean isSpace(int c) {
        if (c == 0xAD || c == 0x200D || c == 0x200C) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private void run(int from) {
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                at += Character.charCount(c);
                continue;
            }
            int end = special(at);
            if (end == at) {
                end = startsNumber(at, c) ? number(at) : isLetter(c) ? word(at) : punctuation(at, c);
            }
            at = end;
        }
    }

    private int special(int at) {
        special.region(at, to);
        if (!special.lookingAt()) {
            return at;
        }
        int end = special.end();
        if (special.group("url") != null || special.group("domain") != null) {
            end = withoutTrailingMarks(at, end);
        } else if (special.group("acronym") != null) {
            end = acronymEnd(at, end);
        }
        add(at, end, special.group("clitic") != null);
        return end;
    }

    private int withoutTrailingMarks(int at, int end) {
        int e = end;
        while (e > at + 1 && ".,;:!?'’)]>*".indexOf(text.charAt(e - 1)) >= 0) {
            e--;
        }
        return e;
    }

    /** "i.e" and "U.S.": with the last dot when it is there; "p.m.." leaves one dot behind. */
    private int acronymEnd(int at, int end) {
        boolean dotLeft = end < to && text.charAt(end) == '.' && text.charAt(end - 1) != '.';
        return dotLeft && end - at > 1 ? end + 1 : end;
    }

    private boolean startsNumber(int at, int c) {
        if (Character.isDigit(c)) {
            return true;
        }
        boolean free = at == 0 || isSpace(text.charAt(at - 1));
        return (c == '.' || c == '+') && free && at + 1 < to && Character.isDigit(text.charAt(at + 1));
    }

    private int number(int at) {
        number.region(at, to);
        if (!number.lookingAt()) {
            return punctuation(at, text.codePointAt(at));
        }
        int end = number.end();
        int letters = end;
        while (letters < to && letters - end < LONGEST_WORD && isWordChar(text.codePointAt(letters))) {
            letters += Character.charCount(text.codePointAt(letters));
        }
        boolean decade = letters == end
                && letters + 1 < to
                && "'’".indexOf(text.charAt(end)) >= 0
                && text.charAt(end + 1) == 's'
                && (end + 2 >= to || !isWordChar(text.codePointAt(end + 2)));
        if (decade) {
            letters = end + 2;
        } else if (UNITS.contains(text.substring(end, letters)) && letters - end > 0) {
            letters = end;
        }
        add(at, letters, false);
        return letters;
    }

    private int word(int at) {
        int end = plainEnd(at);
        while (end < to && end - at < LONGEST_WORD) {
            int c = text.charAt(end);
            int next = end + 1 < to ? text.codePointAt(end + 1) : ' ';
            if (c == '-' && isPrefix(at, end) && (isLetter(next) || isDecade(next, at, end))) {
                end = plainEnd(end + 1);
            } else if (isApostrophe(c) && isLetter(next)) {
                int after = plainEnd(end + 1);
                if (isClitic(at, end, after)) {
                    return contraction(at, end, after);
                }
                end = after;
            } else if ((c == '&' && joinsCapitals(at, end, next)) || (c == '*' && isLetter(next))) {
                end = plainEnd(end + 1);
            } else {
                break;
            }
        }
        if (end < to && text.charAt(end) == '.' && Abbreviations.takesDot(text, at, end, to)) {
            end++;
            add(at, end, false);
            return end;
        }
        addPlain(at, end);
        return possessive(at, end);
    }

    private boolean isPrefix(int at, int end) {
        return end - at <= 7 && PREFIXES.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    private boolean isDecade(int next, int at, int end) {
        return Character.isDigit(next) && text.substring(at, end).equalsIgnoreCase("mid");
    }

    private boolean joinsCapitals(int at, int end, int next) {
        return end - at <= 4
                && Character.isUpperCase(next)
                && text.substring(at, end).chars().allMatch(Character::isUpperCase);
    }

    private boolean isClitic(int at, int apostrophe, int end) {
        String suffix = text.substring(apostrophe + 1, end).toLowerCase(Locale.ROOT);
        boolean negation =
                suffix.equals("t") && apostrophe - at > 1 && Character.toLowerCase(text.charAt(apostrophe - 1)) == 'n';
        return negation || CLITICS.contains(suffix);
    }

    /** "do|n't", "we|'ve"; a second clitic ("I'd've") is taken by the next round. */
    private int contraction(int at, int apostrophe, int end) {
        boolean negation = Character.toLowerCase(text.charAt(apostrophe + 1)) == 't' && end == apostrophe + 2;
        int cut = negation ? apostrophe - 1 : apostrophe;
        add(at, cut, false);
        add(cut, end, true);
        return end;
    }

    private void addPlain(int at, int end) {
        Integer cut = end - at <= 7 ? JOINED.get(text.substring(at, end).toLowerCase(Locale.ROOT)) : null;
        if (cut == null) {
            add(at, end, false);
        } else {
            add(at, at + cut, false);
            add(at + cut, end, true);
        }
    }

    /** The apostrophe of "the ministers' visit", unless a quotation is open that it may close. */
    private int possessive(int at, int end) {
        boolean plural = end < to && isApostrophe(text.charAt(end)) && "sSxz".indexOf(text.charAt(end - 1)) >= 0;
        boolean spaced =
                end + 2 < to && isSpace(text.charAt(end + 1)) && Character.isLetterOrDigit(text.charAt(end + 2));
        if (!plural || !spaced || singleQuoteOpen || end - at < 3) {
            return end;
        }
        add(end, end + 1, true);
        return end + 1;
    }

    private int punctuation(int at, int c) {
        special.region(at, to);
        int end = at + Character.charCount(c);
        if (c == '\'' || c == '‘' || c == '’') {
            boolean opens = c == '‘' || (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
            singleQuoteOpen = opens && c != '’';
        }
        add(at, end, false);
        return end;
    }

    private int plainEnd(int at) {
        int end = at;
        while (end < to && end - at < LONGEST_WORD && isWordChar(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(end, to);
    }

    private void add(int start, int end, boolean clitic) {
        words.add(new Word(start, end, text.substring(start, end), clitic && !words.isEmpty()));
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '`';
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c) || c == 0xAD || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isWordChar(int c) {
        return isLetter(c) || Character.isDigit(c) || c == '_' || c == 0x200D || c == 0x200C;
    }
}
