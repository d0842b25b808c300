package demarche.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Towns, regions and countries by name, after GeoNames (CC BY 4.0) and the register's states and places.
 *
 * <p>The file stays in memory as it is, one row a name in the order of names, and a name is found by halving: loading
 * costs what unpacking costs. Loaded on first use.
 */
final class Gazetteer {
    /** Below this many people, news names the country beside a foreign town. */
    private static final long WELL_KNOWN = 150_000;
    /** A place's other spellings weigh less than another place's own name. */
    private static final long SPELLING = 5;

    /** People of a town whose name can stand for its state. */
    private static final long TOWN = 15_000;
    /** States whose regions the news names without them. */
    private static final Set<String> FEDERAL = Set.of("USA", "CAN", "GBR", "AUS");

    private static final byte TAB = '\t';

    private final byte[] rows;
    private final int[] starts;
    private final Map<String, double[]> middles = new HashMap<>();
    private final Map<String, GazetteerEntry> countries = new HashMap<>();
    private final Map<String, String> regional = new HashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    private Gazetteer(byte[] rows) {
        this.rows = rows;
        this.starts = starts(rows);
    }

    private static final class Holder {
        static final Gazetteer LOADED = read();
    }

    static Gazetteer load() {
        return Holder.LOADED;
    }

    private static Gazetteer read() {
        try (InputStream in = new GZIPInputStream(open("/demarche/resolve/places.tsv.gz"), 1 << 16)) {
            Gazetteer out = new Gazetteer(in.readAllBytes());
            lines("countries.tsv", out::middle);
            lines("continents.tsv", l -> out.continent(l.split("\t")));
            lines("states.tsv", l -> out.state(l.split("\t")));
            lines("regions.tsv", l -> out.part(l.split("\t")));
            lines("places.tsv", l -> out.part(l.split("\t")));
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = Gazetteer.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is missing from the jar");
        }
        return in;
    }

    private static void lines(String file, Consumer<String> each) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open("/demarche/register/" + file), StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && l.charAt(0) != '#').forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] starts(byte[] rows) {
        int[] out = new int[1 << 17];
        int count = 0;
        for (int at = 0; at < rows.length; at++) {
            if (at == 0 || rows[at - 1] == '\n') {
                out = count == out.length ? Arrays.copyOf(out, count * 2) : out;
                out[count++] = at;
            }
        }
        return Arrays.copyOf(out, count);
    }

    private void middle(String line) {
        String[] cells = line.split("\t");
        middles.put(cells[0], new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
    }

    private void continent(String[] cells) {
        countries.put(
                key(cells[0]),
                new GazetteerEntry(
                        cells[0],
                        GazetteerEntry.Kind.CONTINENT,
                        "",
                        "",
                        Double.valueOf(cells[1]),
                        Double.valueOf(cells[2]),
                        0,
                        true,
                        0));
    }

    private void state(String[] cells) {
        double[] at = middles.get(cells[0]);
        for (String name : cells[1].split(";")) {
            countries.put(
                    key(name),
                    new GazetteerEntry(
                            cells[1].split(";")[0],
                            GazetteerEntry.Kind.COUNTRY,
                            cells[0],
                            "",
                            at == null ? null : Double.valueOf(at[0]),
                            at == null ? null : Double.valueOf(at[1]),
                            0,
                            true,
                            0));
        }
    }

    private void part(String[] cells) {
        for (String name : cells[1].split(";")) {
            regional.put(key(name), cells[0]);
        }
    }

    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
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
        return Optional.ofNullable(countries.get(key(name))).filter(e -> e.kind() == GazetteerEntry.Kind.COUNTRY);
    }

    /** The country with this alpha-3 code, under its usual name; null when the register has none. */
    @Nullable
    GazetteerEntry countryOf(String alpha3) {
        return countries.values().stream()
                .filter(c -> c.country().equals(alpha3))
                .findFirst()
                .orElse(null);
    }

    /** Everything of this name, countries first, then by people. */
    List<GazetteerEntry> all(String name) {
        String key = key(name);
        List<GazetteerEntry> out = new ArrayList<>();
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        for (int row = first(wanted); row < starts.length && compare(row, wanted) == 0; row++) {
            out.add(entry(row));
        }
        GazetteerEntry country = countries.get(key);
        if (country != null && !isPart(country, key, out)) {
            out.add(country);
        }
        out.sort(Comparator.comparingInt((GazetteerEntry e) -> e.kind() == GazetteerEntry.Kind.COUNTRY ? 0 : 1)
                .thenComparingLong(e -> -weight(e)));
        return out;
    }

    /** Whether what the register calls a state by is a part of it here ("Wales"). */
    private static boolean isPart(GazetteerEntry country, String key, List<GazetteerEntry> named) {
        return !key(country.name()).equals(key)
                && named.stream()
                        .anyMatch(e -> e.kind() == GazetteerEntry.Kind.REGION
                                && e.country().equals(country.country()));
    }

    /** The first row whose name is not before {@code wanted}. */
    private int first(byte[] wanted) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (compare(mid, wanted) < 0) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private int compare(int row, byte[] wanted) {
        int from = starts[row];
        int to = from;
        while (rows[to] != TAB) {
            to++;
        }
        return Arrays.compareUnsigned(rows, from, to, wanted, 0, wanted.length);
    }

    private GazetteerEntry entry(int row) {
        int end = row + 1 < starts.length ? starts[row + 1] : rows.length;
        String[] c = new String(rows, starts[row], end - starts[row] - 1, StandardCharsets.UTF_8).split("\t", -1);
        GazetteerEntry.Kind kind = switch (c[1].charAt(0)) {
            case 'C' -> GazetteerEntry.Kind.CAPITAL;
            case 'R' -> GazetteerEntry.Kind.REGION;
            case 'D' -> GazetteerEntry.Kind.COUNTY;
            default -> GazetteerEntry.Kind.CITY;
        };
        return new GazetteerEntry(
                c[9].isEmpty() ? capitals(c[0]) : c[9],
                kind,
                alpha3(c[2]),
                c[3],
                Double.valueOf(c[4]),
                Double.valueOf(c[5]),
                Long.parseLong(c[6]),
                c[7].equals("1"),
                Integer.parseInt(c[8]));
    }

    private static String capitals(String key) {
        StringBuilder out = new StringBuilder();
        for (String word : key.split(" ")) {
            out.append(out.length() == 0 ? "" : " ")
                    .append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    static long weight(GazetteerEntry entry) {
        return entry.own() ? entry.population() : entry.population() / SPELLING;
    }

    /** The country that the register gives for a city, province or region of this name. */
    Optional<String> registered(String name) {
        return Optional.ofNullable(regional.get(key(name)));
    }

    /** The place a story means by a name, given the countries (alpha-3) it speaks of. */
    Optional<GazetteerEntry> lookup(String name, Set<String> inStory) {
        List<GazetteerEntry> all = all(name);
        Optional<GazetteerEntry> country = country(name);
        if (country.isPresent()) {
            return country;
        }
        all.removeIf(Gazetteer::isObscure);
        Optional<String> registered = registered(name);
        if (registered.isPresent()) {
            return all.stream()
                    .filter(e -> e.country().equals(registered.get()))
                    .findFirst()
                    .or(() -> Optional.of(new GazetteerEntry(
                            name, GazetteerEntry.Kind.REGION, registered.get(), "", null, null, 0, true, 0)));
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

    /** What a name alone does not call to mind: that somebody acts there tells no state. */
    private static boolean isObscure(GazetteerEntry e) {
        return switch (e.kind()) {
            case CONTINENT, COUNTY -> true;
            case CITY -> e.population() < TOWN;
            case REGION -> !FEDERAL.contains(e.country());
            case CAPITAL, COUNTRY -> false;
        };
    }

    /** The places of a name that lie in a region or country ("Paris, Texas"; "Gary, IN"); empty when none is known. */
    List<GazetteerEntry> within(String name, String outer) {
        boolean postal = outer.matches("[A-Z]{2}");
        List<GazetteerEntry> outers = postal ? List.of() : all(outer);
        return all(name).stream()
                .filter(e -> e.kind() != GazetteerEntry.Kind.COUNTRY)
                .filter(e -> postal
                        ? e.country().equals("USA") && e.region().equals(outer)
                        : outers.stream().anyMatch(o -> holds(o, e)))
                .toList();
    }

    private static boolean holds(GazetteerEntry outer, GazetteerEntry inner) {
        return switch (outer.kind()) {
            case COUNTRY -> outer.country().equals(inner.country());
            case REGION -> outer.regionKey().equals(inner.regionKey()) && inner.kind() != GazetteerEntry.Kind.REGION;
            case COUNTY, CAPITAL, CITY, CONTINENT -> false;
        };
    }
}
