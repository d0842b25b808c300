package demarche.resolve;

import demarche.story.InputException;
import demarche.story.Party;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of parties before a story is read: {@code register/README.md} tells the files and their columns. */
public final class Register {
    private static final List<String> FILES = List.of(
            "places.tsv",
            "partial.tsv",
            "states.tsv",
            "peoples.tsv",
            "organizations.tsv",
            "groups.tsv",
            "parties.tsv",
            "roles.tsv",
            "voices.tsv",
            "people.tsv");
    private static final int COLUMNS = 6;
    /** Longest name in words. */
    static final int MOST_WORDS = 8;

    /** What a name stands for. */
    enum Sort {
        STATE,
        DEMONYM,
        CAPITAL,
        ORGANIZATION,
        GROUP,
        PERSON,
        PLACE
    }

    /** A name's entry. {@code name} is the first name of its row. */
    record Entry(Sort sort, String country, @Nullable String sector, String name) {
        Party.Kind kind() {
            return switch (sort) {
                case STATE, CAPITAL, DEMONYM, PLACE -> Party.Kind.STATE;
                case ORGANIZATION -> Party.Kind.ORGANIZATION;
                case GROUP -> Party.Kind.GROUP;
                case PERSON -> Party.Kind.PERSON;
            };
        }
    }

    /** What a common noun says of the party it heads; {@code country} when only one state has the office, else null. */
    record Role(String sector, Party.Kind kind, @Nullable String country) {
        Role(String sector, Party.Kind kind) {
            this(sector, kind, null);
        }
    }

    /** A person with a term of office; {@code to} null while in office, {@code office} empty when the register has none. */
    public record Person(
            String country,
            String sector,
            String name,
            LocalDate from,
            @Nullable LocalDate to,
            String office) {
        boolean inOffice(LocalDate date) {
            return !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }

    private static final Comparator<Person> LATEST = Comparator.comparing(
                    (Person p) -> p.to() == null ? LocalDate.MAX : p.to())
            .thenComparing(Person::from);

    /**
     * A row of the register as an analyst reads it.
     *
     * @param sort what the names stand for
     * @param code ISO 3166 alpha-3, or PLOVER's IGO, EUR, NGO, MNC, IMG, ISM
     * @param sector PLOVER sector, empty for none
     * @param names all names, the usual one first
     * @param more demonyms and capitals of a state
     */
    public record Row(String sort, String code, String sector, List<String> names, List<String> more) {}

    private final Map<String, Entry> names = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Role> voices = new HashMap<>();
    private final Map<String, List<String>> homes = new HashMap<>();
    private final Map<String, List<Person>> surnames = new HashMap<>();
    private final Map<String, List<Person>> byGivenName = new HashMap<>();
    private final Map<String, String> stateNames = new HashMap<>();

    private final Genders genders = new Genders(builtIn("given-names.tsv"));

    private Register() {}

    /** The register that comes with Demarche. */
    public static Register load() {
        Register out = new Register();
        FILES.forEach(file -> out.read(file, builtIn(file)));
        return out;
    }

    /**
     * The register that comes with Demarche, with the rows of files of the same names in a folder added; where both know a
     * name, the folder's holds.
     *
     * @throws InputException when the folder is missing, holds none of these files, or a row is wrong
     */
    public static Register load(Path folder) {
        Register out = load();
        int found = 0;
        for (String file : FILES) {
            Path path = folder.resolve(file);
            if (Files.isRegularFile(path)) {
                found++;
                try {
                    out.read(file, rows(Files.newBufferedReader(path, StandardCharsets.UTF_8), path.toString()));
                } catch (IOException e) {
                    throw new InputException(path + ": cannot be read: " + e.getMessage() + ".", e);
                }
            }
        }
        if (found == 0) {
            throw new InputException(folder + ": none of " + String.join(", ", FILES)
                    + " is there. Pass a folder with some of them; their columns are told in register/README.md.");
        }
        return out;
    }

    /** The same with the invented states that the codebook's examples speak of. */
    public static Register withInventedStates() {
        Register out = load();
        builtIn("/demarche/resolve/", "invented-states.tsv").forEach(r -> out.state(r, null));
        return out;
    }

    private void read(String file, List<String[]> lines) {
        for (String[] r : lines) {
            switch (file) {
                case "places.tsv" -> place(r);
                case "partial.tsv" -> state(r, "PRE");
                case "states.tsv" -> state(r, null);
                case "organizations.tsv" -> entries(r, Sort.ORGANIZATION);
                case "groups.tsv" -> entries(r, Sort.GROUP);
                case "roles.tsv" -> role(r, roles);
                case "voices.tsv" -> role(r, voices);
                case "people.tsv" -> person(r);
                case "peoples.tsv" -> shared(r, Sort.DEMONYM, null);
                case "parties.tsv" -> shared(r, Sort.GROUP, "PTY");
                default -> throw new IllegalStateException(file);
            }
        }
    }

    private void place(String[] row) {
        // A row has places of one country, each of its own name.
        for (String name : row[1].split(";")) {
            put(name, new Entry(Sort.PLACE, row[0], null, name.strip()));
        }
        rows.add(new Row("place", row[0], "", cell(row[1]), List.of()));
    }

    /** A row of names that are at home in several countries. */
    private void shared(String[] row, Sort sort, @Nullable String sector) {
        List<String> countries = cell(row[0]);
        for (String name : cell(row[1])) {
            put(name, new Entry(sort, countries.get(0), sector, name));
            homes.put(key(name), countries);
        }
        rows.add(new Row(
                sort == Sort.GROUP ? "party" : "people",
                row[0],
                sector == null ? "" : sector,
                cell(row[1]),
                List.of()));
    }

    private static List<String> cell(String text) {
        return java.util.Arrays.stream(text.split(";"))
                .filter(n -> !n.isBlank())
                .toList();
    }

    private static String first(String cell) {
        return cell.split(";")[0];
    }

    /** The rows of a file of the register that comes with Demarche. */
    static List<String[]> builtIn(String file) {
        return builtIn("/demarche/register/", file);
    }

    private static List<String[]> builtIn(String folder, String file) {
        InputStream in = Register.class.getResourceAsStream(folder + file);
        if (in == null) {
            throw new IllegalStateException(folder + file + " is missing from the jar");
        }
        return rows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), file);
    }

    /** Rows with at least {@link #COLUMNS} cells, those that are lacking empty. */
    private static List<String[]> rows(BufferedReader reader, String place) {
        List<String[]> out = new ArrayList<>();
        int number = 0;
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = new String[COLUMNS];
                    java.util.Arrays.fill(cells, "");
                    String[] got = line.split("\t", COLUMNS);
                    System.arraycopy(got, 0, cells, 0, got.length);
                    check(cells, place + ":" + number);
                    out.add(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static void check(String[] cells, String place) {
        if (cells[1].isBlank() && cells[2].isBlank()) {
            throw new InputException(place + ": only one column. Columns are parted by tabs; see register/README.md.");
        }
        if (place.contains("people.tsv")) {
            for (String date : new String[] {cells[3], cells[4]}) {
                if (!date.isBlank() && !date.strip().matches("\\d{4}(-\\d{2}){0,2}") || cells[3].isBlank()) {
                    throw new InputException(place + ": \"" + date
                            + "\" is no date. Write 2019-05-03, 2019-05 or 2019; the first date is needed.");
                }
            }
        }
        if ((place.contains("roles.tsv") || place.contains("voices.tsv"))
                && java.util.Arrays.stream(Party.Kind.values())
                        .noneMatch(k -> k.name().equalsIgnoreCase(cells[1].strip()))) {
            throw new InputException(
                    place + ": \"" + cells[1] + "\" is no kind. Kinds: person, organization, group, state.");
        }
    }

    private void state(String[] row, @Nullable String sector) {
        String name = first(row[1]);
        put(row[3], new Entry(Sort.CAPITAL, row[0], sector == null ? "GOV" : sector, name));
        put(row[2], new Entry(Sort.DEMONYM, row[0], sector, name));
        put(row[1], new Entry(Sort.STATE, row[0], sector == null ? "GOV" : sector, name));
        if (sector == null) {
            stateNames.put(row[0], name);
        }
        List<String> more = new ArrayList<>(cell(row[2]));
        more.addAll(cell(row[3]));
        rows.add(new Row(sector == null ? "state" : "partly recognised state", row[0], "", cell(row[1]), more));
    }

    private void entries(String[] row, Sort sort) {
        rows.add(new Row(sort.name().toLowerCase(Locale.ROOT), row[0], row[1], cell(row[2]), List.of()));
        for (String name : row[2].split(";")) {
            put(
                    name,
                    new Entry(
                            sort,
                            row[0],
                            row[1].isEmpty() ? null : row[1],
                            sort == Sort.GROUP && row[2].contains(";") ? name : name));
        }
    }

    private static void role(String[] row, Map<String, Role> into) {
        for (String lemma : row[2].split(";")) {
            into.putIfAbsent(
                    lemma,
                    new Role(
                            row[0],
                            Party.Kind.valueOf(row[1].toUpperCase(Locale.ROOT)),
                            row[3].isBlank() ? null : row[3]));
        }
    }

    private void person(String[] row) {
        Person person = new Person(
                row[0], row[1], row[2], day(row[3], false), row[4].isBlank() ? null : day(row[4], true), row[5]);
        people.add(person);
        String[] words = folded(row[2]).split(" ");
        byGivenName
                .computeIfAbsent(words[0].substring(0, 1), k -> new ArrayList<>())
                .add(person);
        surnames.computeIfAbsent(words[words.length - 1], k -> new ArrayList<>())
                .add(person);
        surnames.computeIfAbsent(folded(row[2]), k -> new ArrayList<>()).add(person);
        // Names written family name first ("Xi Jinping", "Kim Jong Un") are shortened to their first word.
        surnames.computeIfAbsent("first:" + words[0], k -> new ArrayList<>()).add(person);
    }

    /** A day from "2019-05-03", "2019-05" or "2019": the first or last one that the text allows. */
    private static LocalDate day(String text, boolean last) {
        String date = text.strip();
        if (date.length() == 4) {
            return LocalDate.of(Integer.parseInt(date), last ? 12 : 1, last ? 31 : 1);
        }
        if (date.length() == 7) {
            YearMonth month = YearMonth.parse(date);
            return last ? month.atEndOfMonth() : month.atDay(1);
        }
        return LocalDate.parse(date);
    }

    /** A name without accents, as many outlets print it. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('ı', 'i');
    }

    private void put(String cell, Entry entry) {
        for (String name : cell.split(";")) {
            if (!name.isBlank()) {
                names.put(key(name), entry);
                homes.remove(key(name));
            }
        }
    }

    /** Names are compared without spaces, so that tokenization ("Al - Qaeda") does not matter. */
    private static String key(String name) {
        return name.replace(" ", "").replace('’', '\'');
    }

    /** The entry of a name as written; null when unknown. All-capital words are tried as capitalised ones too. */
    @Nullable
    Entry name(String text) {
        Entry found = names.get(key(text));
        if (found == null && text.length() > 3 && text.equals(text.toUpperCase(Locale.ROOT))) {
            StringBuilder title = new StringBuilder();
            for (String word : text.split(" ")) {
                title.append(
                        word.isEmpty()
                                ? ""
                                : word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT));
            }
            found = names.get(title.toString());
        }
        return found;
    }

    /** The countries that share a name of a people or party, the likeliest first; empty when just one has it. */
    List<String> homes(String text) {
        return homes.getOrDefault(key(text), List.of());
    }

    /** What a noun lemma (or a phrase of lemmas, "prime minister") says of a party; null for other nouns. */
    @Nullable
    Role role(String lemmas) {
        return roles.get(lemmas);
    }

    /** What a noun lemma says of a party that speaks; null for nouns that are no party even there ("report"). */
    @Nullable
    Role voice(String lemma) {
        return voices.get(lemma);
    }

    /**
     * The person a full name or surname most likely means on a date; null when unknown. Without a date, the one in office
     * last.
     */
    @Nullable
    Person person(String text, @Nullable LocalDate date) {
        String name = folded(text);
        List<Person> found = surnames.get(name);
        if (found == null) {
            // "John F. Kerry": the register leaves initials out.
            found = surnames.get(name.replaceAll("(?<=\\w) \\p{Lu}\\.?(?= )", ""));
        }
        if (found == null && !name.contains(" ")) {
            List<Person> family = surnames.get("first:" + name);
            found = family == null
                    ? null
                    : family.stream()
                            .filter(p -> p.country().matches("CHN|PRK|KOR|VNM|TWN|HKG"))
                            .toList();
        }
        if (found == null && name.contains(" ")) {
            found = misspelt(name);
        }
        if (found == null || found.isEmpty()) {
            return null;
        }
        Person last = Collections.max(found, LATEST);
        if (date == null) {
            return last;
        }
        return found.stream().filter(p -> p.inOffice(date)).findFirst().orElse(name.contains(" ") ? last : null);
    }

    /** The one whose full name differs in a single letter ("Mitterand"): first name or surname as in the register; null when none or two do. */
    private @Nullable List<Person> misspelt(String name) {
        List<Person> close = new ArrayList<>();
        for (Person known : byGivenName.getOrDefault(name.substring(0, 1), List.of())) {
            if (Misspelling.of(folded(known.name()), name)) {
                close.add(known);
            }
        }
        return close.stream().map(Person::name).distinct().count() == 1 ? close : null;
    }

    /** All people with terms, in the order of the register. */
    public List<Person> people() {
        return List.copyOf(people);
    }

    /** All rows of names: states, territories, organisations, groups, places. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether the register knows a name. */
    boolean knows(String text) {
        return name(text) != null;
    }

    /** What tells "he" from "she". */
    Genders genders() {
        return genders;
    }

    /** Whether a surname alone can mean but one person of the register. */
    boolean only(String surname) {
        return surnames.getOrDefault(folded(surname), List.of()).stream()
                        .map(Person::name)
                        .distinct()
                        .count()
                == 1;
    }

    /** A state's usual name. */
    String stateName(String country) {
        return stateNames.getOrDefault(country, country);
    }
}
