package demarche.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Cities, capitals, regions and countries by name, after GeoNames (CC BY 4.0) and the register's states and places.
 *
 * <p>A name that many places bear goes to one in a country the story speaks of; else to the one with most people, if it is
 * large enough to be named without its country. Loaded on first use.
 */
final class Gazetteer {
    /** Below this many people, news names the country beside a foreign town. */
    private static final long WELL_KNOWN = 150_000;
    /** A place's other spellings weigh less than another place's own name. */
    private static final long SPELLING = 5;

    private final Map<String, List<String>> rows = new HashMap<>(1 << 16);
    private final Map<String, String> nations = new HashMap<>();
    private final Map<String, GazetteerEntry> countries = new HashMap<>();
    private final Map<String, String> regional = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    private Gazetteer() {}

    private static final class Holder {
        static final Gazetteer LOADED = read();
    }

    static Gazetteer load() {
        return Holder.LOADED;
    }

    private static Gazetteer read() {
        Gazetteer out = new Gazetteer();
        lines("/demarche/resolve/places.tsv.gz", out::place);
        lines("/demarche/register/states.tsv", l -> out.state(l.split("\t")));
        lines("/demarche/register/regions.tsv", l -> out.part(l.split("\t")));
        lines("/demarche/register/places.tsv", l -> out.part(l.split("\t")));
        return out;
    }

    private static void lines(String path, Consumer<String> each) {
        try (BufferedReader lines = open(path)) {
            lines.lines().filter(l -> !l.isBlank() && l.charAt(0) != '#').forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(String path) throws IOException {
        InputStream in = Gazetteer.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is missing from the jar");
        }
        InputStream plain = path.endsWith(".gz") ? new GZIPInputStream(in, 1 << 15) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 15);
    }

    private void place(String line) {
        if (line.charAt(0) == 'N') {
            nations.put(alpha3(line.substring(2, 4)), line);
            return;
        }
        int from = line.lastIndexOf('\t') + 1;
        while (from < line.length()) {
            int semicolon = line.indexOf(';', from);
            int to = semicolon < 0 ? line.length() : semicolon;
            rows.merge(line.substring(from, to), List.of(line), Gazetteer::joined);
            from = to + 1;
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> out = new ArrayList<>(some);
        out.addAll(more);
        return out;
    }

    private void state(String[] cells) {
        String row = nations.get(cells[0]);
        if (row != null) {
            for (String name : cells[1].split(";")) {
                countries.put(key(name), entry(row.split("\t", -1), GazetteerEntry.Kind.COUNTRY, name, cells[0], true));
            }
        }
    }

    private void part(String[] cells) {
        for (String name : cells[1].split(";")) {
            regional.put(key(name), cells[0]);
        }
    }

    private static String key(String name) {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD);
        return plain.replaceAll("\\p{M}", "").replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    private String alpha3(String alpha2) {
        return codes.computeIfAbsent(alpha2, code -> {
            try {
                return code.equals("XK") ? "XKX" : new Locale("", code).getISO3Country();
            } catch (MissingResourceException e) {
                return code;
            }
        });
    }

    /** The country of this name, if it is one. */
    Optional<GazetteerEntry> country(String name) {
        return Optional.ofNullable(countries.get(key(name)));
    }

    /** Everything of this name, countries first, then by people. */
    List<GazetteerEntry> all(String name) {
        String key = key(name);
        List<GazetteerEntry> out = new ArrayList<>();
        if (countries.get(key) != null) {
            out.add(countries.get(key));
        }
        for (String row : rows.getOrDefault(key, List.of())) {
            out.add(entry(row.split("\t"), key));
        }
        out.sort(Comparator.comparingInt((GazetteerEntry e) -> e.kind() == GazetteerEntry.Kind.COUNTRY ? 0 : 1)
                .thenComparingLong(e -> -weight(e)));
        return out;
    }

    private static long weight(GazetteerEntry entry) {
        return entry.own() ? entry.population() : entry.population() / SPELLING;
    }

    private GazetteerEntry entry(String[] c, String key) {
        GazetteerEntry.Kind kind = switch (c[0]) {
            case "C" -> GazetteerEntry.Kind.CAPITAL;
            case "R" -> GazetteerEntry.Kind.REGION;
            default -> GazetteerEntry.Kind.CITY;
        };
        boolean own = List.of(c[8].split(";")).indexOf(key) < Integer.parseInt(c[7]);
        return entry(c, kind, c[6], alpha3(c[1]), own);
    }

    private static GazetteerEntry entry(
            String[] c, GazetteerEntry.Kind kind, String name, String country, boolean own) {
        return new GazetteerEntry(
                name, kind, country, c[2], Double.valueOf(c[3]), Double.valueOf(c[4]), Long.parseLong(c[5]), own);
    }

    /** The country that the register gives for a city, province or region of this name. */
    Optional<String> registered(String name) {
        return Optional.ofNullable(regional.get(key(name)));
    }

    /** The place a story means by a name, given the countries (alpha-3) it speaks of. */
    Optional<GazetteerEntry> lookup(String name, Set<String> inStory) {
        List<GazetteerEntry> all = all(name);
        if (!all.isEmpty() && all.get(0).kind() == GazetteerEntry.Kind.COUNTRY) {
            return Optional.of(all.get(0));
        }
        Optional<String> registered = registered(name);
        if (registered.isPresent()) {
            return all.stream()
                    .filter(e -> e.country().equals(registered.get()))
                    .findFirst()
                    .or(() -> Optional.of(new GazetteerEntry(
                            name, GazetteerEntry.Kind.REGION, registered.get(), "", null, null, 0, true)));
        }
        Optional<GazetteerEntry> known = all.stream()
                .filter(e -> e.kind() == GazetteerEntry.Kind.CAPITAL && e.population() >= WELL_KNOWN
                        || weight(e) >= WELL_KNOWN * 10)
                .findFirst();
        return all.stream()
                .filter(e -> inStory.contains(e.country()))
                .findFirst()
                .or(() -> known)
                .or(() -> all.stream().filter(e -> e.population() >= WELL_KNOWN).findFirst());
    }

    /** The place of a name followed by its region or country ("Paris, Texas"); empty when no such pair is known. */
    Optional<GazetteerEntry> within(String name, String outer) {
        List<GazetteerEntry> regions = all(outer).stream()
                .filter(e -> e.kind() == GazetteerEntry.Kind.REGION)
                .toList();
        return all(name).stream()
                .filter(e -> e.kind() != GazetteerEntry.Kind.COUNTRY)
                .filter(e ->
                        country(outer).map(c -> c.country().equals(e.country())).orElse(false)
                                || regions.stream()
                                        .anyMatch(r -> r.country().equals(e.country())
                                                && r.region().equals(e.region())))
                .findFirst();
    }
}
