package demarche.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lemmas of inflected words. The encoder proposes one; but how "announced", "visited" and "planned" lose their endings
 * is spelling, which word pieces hide from it. So inflected forms are looked up ({@code irregular.txt}), or parted from
 * their ending by the rules of English spelling, and known words win over unknown ones.
 */
final class Lemmatizer {
    private static final Map<String, String> IRREGULAR = load();
    private static final List<String> COMPOUNDS = List.of("women", "men", "children", "wives");
    private static final String VOWELS = "aeiouy";

    /** Stems that are whole ("detain", "imprison", "upload") when neither form is a known word. */
    private static final Pattern WHOLE = Pattern.compile(".*(?:[aeo][aeiou][dklmnprt]|on|en|er|or|an|om|em|el|al)");

    /** Of the others, those that take back an "e" ("extradite", "schedule", "oblige"). */
    private static final Pattern WANTS_E = Pattern.compile(
            ".*(?:[cuvz]|dg|rg|lg|[bdgtpkfz]l|[lrn]s|[aiou]s|[aiou]d|[aeiou]t|[aiu]r|[iu]n|[ai]m|[aeiou]g|[aiou]k|[aiy]p)");

    /** Plurals that have a singular ("demonstrators"), whatever the encoder says. */
    private static final Pattern AGENTS = Pattern.compile(".*(?:[st]or|ist|ian|[st]ion|ment)s");

    /** Verbs in "-ng" that have no "e": others ("change", "arrange") have. */
    private static final Set<String> NG = Set.of(
            "hang", "bang", "sing", "ring", "bring", "swing", "fling", "cling", "long", "belong", "wrong", "prolong",
            "throng", "gang", "ping", "wing", "string", "spring", "sting", "sling", "clang", "strong", "young");

    private final Set<String> known;

    /** @param known lower-case words of English; word lists with names in them do */
    Lemmatizer(Set<String> known) {
        this.known = known;
    }

    /** The lemma of a form with its Penn tag, given the lemma the encoder proposes. */
    String lemma(String form, String xpos, String proposed) {
        String lower = form.toLowerCase(Locale.ROOT).replace('’', '\'');
        String found = switch (xpos) {
            case "VBD", "VBN", "VBG", "VBZ", "VBP", "VB" -> verb(lower, xpos, proposed);
            case "NNS" -> noun(lower, proposed);
            case "NNPS" -> properNoun(form, lower, proposed);
            case "JJR", "JJS" -> compared(lower, "adjective", proposed);
            case "RBR", "RBS" -> compared(lower, "adverb", proposed);
            case "NNP" -> Character.isUpperCase(form.codePointAt(0)) ? IRREGULAR.get("name " + lower) : null;
            case "CD" -> number(form);
            default -> null;
        };
        return found == null ? proposed : found;
    }

    private static @Nullable String number(String form) {
        boolean grouped =
                form.indexOf(',') > 0 && form.chars().allMatch(c -> Character.isDigit(c) || c == ',' || c == '.');
        return grouped ? form.replace(",", "") : null;
    }

    private @Nullable String verb(String form, String xpos, String proposed) {
        String irregular = IRREGULAR.get("verb " + form);
        if (irregular != null && !isBase(form, xpos)) {
            return irregular;
        }
        if (xpos.equals("VBG") && form.length() > 4 && form.endsWith("ing")) {
            return stem(form.substring(0, form.length() - 3), proposed);
        }
        boolean past = xpos.equals("VBD") || xpos.equals("VBN");
        if (past && form.length() > 3 && form.endsWith("ied")) {
            return form.substring(0, form.length() - 3) + "y";
        }
        if (past && form.length() > 3 && form.endsWith("ed")) {
            return stem(form.substring(0, form.length() - 2), proposed);
        }
        if (xpos.equals("VBZ")) {
            return singular(form);
        }
        return known.contains(form) && !known.contains(proposed) ? form : null;
    }

    /** "found" and "lay" are also verbs of their own when they are not past. */
    private static boolean isBase(String form, String xpos) {
        boolean base = xpos.equals("VB") || xpos.equals("VBP");
        return base && !Set.of("am", "are", "'m", "'re", "'ve", "m", "re", "ve").contains(form);
    }

    private @Nullable String noun(String form, String proposed) {
        String irregular = IRREGULAR.get("noun " + form);
        if (irregular != null) {
            return irregular;
        }
        for (String compound : COMPOUNDS) {
            if (form.endsWith(compound) && form.length() > compound.length() + 2) {
                return form.substring(0, form.length() - compound.length()) + IRREGULAR.get("noun " + compound);
            }
        }
        String single = singular(form);
        boolean unchanged =
                proposed.equals(form) && !AGENTS.matcher(form).matches() && (single == null || !known.contains(single));
        return unchanged ? form : single;
    }

    private @Nullable String properNoun(String form, String lower, String proposed) {
        if (proposed.equals(form)) {
            return form;
        }
        String base = singular(lower);
        if (base == null || !Character.isUpperCase(form.codePointAt(0))) {
            return base;
        }
        boolean cut = lower.startsWith(base);
        boolean lowered = proposed.equals(proposed.toLowerCase(Locale.ROOT));
        String cased =
                cut ? form.substring(0, base.length()) : Character.toUpperCase(base.charAt(0)) + base.substring(1);
        return lowered ? base : cased;
    }

    /** Without its "s": "parties", "classes", "movies", "goes". */
    private @Nullable String singular(String form) {
        int n = form.length();
        if (n < 3 || !form.endsWith("s") || form.endsWith("ss") || form.endsWith("'s")) {
            return null;
        }
        String cut = form.substring(0, n - 1);
        if (form.endsWith("ies") && n > 4) {
            String y = form.substring(0, n - 3) + "y";
            return known.contains(cut) && !known.contains(y) ? cut : y;
        }
        if (form.endsWith("sses") || form.endsWith("zzes")) {
            return form.substring(0, n - 2);
        }
        if (form.matches(".*(?:s|x|z|ch|sh|o)es")) {
            String es = form.substring(0, n - 2);
            boolean sharp = known.contains(es) && form.matches(".*(?:x|ch|sh)es");
            return known.contains(cut) && !sharp ? cut : es;
        }
        boolean latin = form.endsWith("us") || form.endsWith("is");
        return latin && !known.contains(cut) ? null : cut;
    }

    private @Nullable String compared(String form, String kind, String proposed) {
        String irregular = IRREGULAR.get(kind + " " + form);
        if (irregular != null) {
            return irregular;
        }
        int ending = form.endsWith("er") ? 2 : form.endsWith("est") ? 3 : 0;
        if (ending == 0 || form.length() < ending + 3 || form.endsWith("further")) {
            return null;
        }
        String stem = form.substring(0, form.length() - ending);
        if (stem.endsWith("i")) {
            return stem.substring(0, stem.length() - 1) + "y";
        }
        return stem(stem, proposed);
    }

    /** A stem parted from "-ing", "-ed", "-er" or "-est", as it is written alone. */
    private String stem(String stem, String proposed) {
        int n = stem.length();
        char last = stem.charAt(n - 1);
        String withE = stem + "e";
        if (n > 2 && last == stem.charAt(n - 2) && VOWELS.indexOf(last) < 0) {
            boolean own = "lsfz".indexOf(last) >= 0
                    ? known.contains(stem)
                    : Set.of("add", "err", "ebb", "purr").contains(stem);
            return own || last == 's' || last == 'f' ? stem : stem.substring(0, n - 1);
        }
        if (isShort(stem)) {
            return known.contains(withE) || !known.contains(stem) ? withE : stem;
        }
        if (stem.endsWith("ng")) {
            return NG.contains(stem) ? stem : withE;
        }
        boolean bare = known.contains(stem);
        boolean e = known.contains(withE);
        if (bare != e) {
            return e ? withE : stem;
        }
        if (bare && (proposed.equals(stem) || proposed.equals(withE))) {
            return proposed;
        }
        boolean open = stem.matches(".*(?:[iu]at|creat)") || last == 'e' && !stem.endsWith("ee");
        return open || !WHOLE.matcher(stem).matches() && WANTS_E.matcher(stem).matches() ? withE : stem;
    }

    /** One vowel before one final consonant and no other syllable: without an "e" the consonant would be doubled. */
    private static boolean isShort(String stem) {
        String s = stem.startsWith("qu") ? "q" + stem.substring(2) : stem;
        int n = s.length();
        boolean closed = n >= 2 && VOWELS.indexOf(s.charAt(n - 1)) < 0 && "wx".indexOf(s.charAt(n - 1)) < 0;
        return closed
                && VOWELS.indexOf(s.charAt(n - 2)) >= 0
                && s.substring(0, n - 2).chars().noneMatch(c -> "aeiou".indexOf(c) >= 0);
    }

    private static Map<String, String> load() {
        Map<String, String> out = new HashMap<>();
        try (InputStream in = Lemmatizer.class.getResourceAsStream("irregular.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "demarche/parse/irregular.txt: not on the class path. Rebuild the jar.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts =
                        line.startsWith("#") ? new String[0] : line.trim().split("\\s+");
                for (int i = 2; i < parts.length; i++) {
                    out.put(parts[0] + " " + parts[i], parts[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(out);
    }
}
