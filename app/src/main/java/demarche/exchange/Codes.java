package demarche.exchange;

import demarche.story.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Codes of other data sets: countries, known groups, CAMEO codes and their Goldstein scores. */
final class Codes {
    private static final Codes LOADED = new Codes();

    private final Map<String, String> fips = new HashMap<>();
    private final Map<String, String> cameo = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Double> goldstein = new HashMap<>();

    private Codes() {
        rows("/demarche/register/countries.tsv", c -> {
            fips.put(c[0], c[3]);
            cameo.put(c[0], c.length > 4 && !c[4].isEmpty() ? c[4] : c[0]);
        });
        rows("/demarche/exchange/known-groups.tsv", c -> {
            for (String name : c[1].split(";")) {
                groups.put(name.toLowerCase(Locale.ROOT), c[0]);
            }
        });
        rows("/demarche/exchange/goldstein.tsv", c -> goldstein.put(c[0], Double.valueOf(c[1])));
    }

    private static void rows(String path, Consumer<String[]> each) {
        InputStream in = Codes.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is missing from the jar");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FIPS 10-4 code of an ISO alpha-3 country; null when it has none. */
    static @Nullable String fips(@Nullable String country) {
        return country == null ? null : LOADED.fips.get(country);
    }

    /** CAMEO code of an ISO alpha-3 country; the code itself when CAMEO's list lacks it. */
    static String cameo(String country) {
        return LOADED.cameo.getOrDefault(country, country);
    }

    /** CAMEO's code of a known group by its name; null when the list lacks it. */
    static @Nullable String group(String name) {
        return LOADED.groups.get(name.toLowerCase(Locale.ROOT).replaceFirst("^the ", ""));
    }

    /** The CAMEO code of an event: what its rule gives, else its type's general one. */
    static String cameo(Event event) {
        if (event.cameo() != null) {
            return event.cameo();
        }
        return switch (event.eventType()) {
            case AGREE -> "030";
            case CONSULT -> "040";
            case SUPPORT -> "050";
            case CONCEDE, RETREAT -> "080";
            case COOPERATE -> "060";
            case AID -> "070";
            case REQUEST -> "100";
            case ACCUSE -> "110";
            case REJECT -> "120";
            case THREATEN -> "130";
            case PROTEST -> "140";
            case SANCTION -> "160";
            case MOBILIZE -> "150";
            case COERCE -> "170";
            case ASSAULT -> "180";
        };
    }

    /** The two figures that a CAMEO code begins with. */
    static String root(String code) {
        return code.substring(0, 2);
    }

    /** The code's second level: three figures, or the code when it is shorter. */
    static String base(String code) {
        return code.substring(0, Math.min(3, code.length()));
    }

    /** Goldstein score of a CAMEO code; of the code above it when it has none of its own; null when none has. */
    static @Nullable Double goldstein(String code) {
        for (int end = code.length(); end >= 2; end--) {
            Double found = LOADED.goldstein.get(code.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** GDELT's quad class, which goes by the root of the CAMEO code: 1 to 4 as PLOVER's. */
    static int quad(String code) {
        int root = Integer.parseInt(root(code));
        return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
    }
}
