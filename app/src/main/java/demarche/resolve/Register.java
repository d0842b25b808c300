package demarche.resolve;

import demarche.story.Party;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of parties before a story is read: {@code register/README.md} tells the files and their columns. */
public final class Register {
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

    /** What a common noun says of the party it heads. */
    record Role(String sector, Party.Kind kind) {}

    /** A person with a term of office; {@code to} null while in office. */
    record Person(
            String country,
            String sector,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean inOffice(LocalDate date) {
            return !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }

    private final Map<String, Entry> names = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, List<Person>> surnames = new HashMap<>();
    private final Map<String, String> stateNames = new HashMap<>();

    private Register() {}

    /** The register that comes with Demarche. */
    public static Register load() {
        Register out = new Register();
        rows("places.tsv").forEach(r -> out.put(r[1], new Entry(Sort.PLACE, r[0], null, first(r[1]))));
        rows("partial.tsv").forEach(r -> out.state(r, "PRE"));
        rows("states.tsv").forEach(r -> out.state(r, null));
        rows("organizations.tsv").forEach(r -> out.entries(r, Sort.ORGANIZATION));
        rows("groups.tsv").forEach(r -> out.entries(r, Sort.GROUP));
        rows("roles.tsv").forEach(out::role);
        rows("people.tsv").forEach(out::person);
        return out;
    }

    /** The same with the invented states that the codebook's examples speak of. */
    public static Register withInventedStates() {
        Register out = load();
        rows("/demarche/resolve/", "invented-states.tsv").forEach(r -> out.state(r, null));
        return out;
    }

    private static String first(String cell) {
        return cell.split(";")[0];
    }

    private static List<String[]> rows(String file) {
        return rows("/demarche/register/", file);
    }

    private static List<String[]> rows(String folder, String file) {
        List<String[]> out = new ArrayList<>();
        InputStream in = Register.class.getResourceAsStream(folder + file);
        if (in == null) {
            throw new IllegalStateException(folder + file + " is missing from the jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = new String[5];
                    java.util.Arrays.fill(cells, "");
                    String[] got = line.split("\t", 5);
                    System.arraycopy(got, 0, cells, 0, got.length);
                    out.add(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private void state(String[] row, @Nullable String sector) {
        String name = first(row[1]);
        put(row[3], new Entry(Sort.CAPITAL, row[0], sector == null ? "GOV" : sector, name));
        put(row[2], new Entry(Sort.DEMONYM, row[0], sector, name));
        put(row[1], new Entry(Sort.STATE, row[0], sector == null ? "GOV" : sector, name));
        if (sector == null) {
            stateNames.put(row[0], name);
        }
    }

    private void entries(String[] row, Sort sort) {
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

    private void role(String[] row) {
        for (String lemma : row[2].split(";")) {
            roles.putIfAbsent(lemma, new Role(row[0], Party.Kind.valueOf(row[1].toUpperCase(Locale.ROOT))));
        }
    }

    private void person(String[] row) {
        Person person = new Person(
                row[0],
                row[1],
                row[2],
                LocalDate.parse(row[3]),
                row[4].isBlank() ? null : LocalDate.parse(row[4].strip()));
        String[] words = row[2].split(" ");
        surnames.computeIfAbsent(words[words.length - 1], k -> new ArrayList<>())
                .add(person);
        surnames.computeIfAbsent(row[2], k -> new ArrayList<>()).add(person);
        // Names written family name first ("Xi Jinping", "Kim Jong Un") are shortened to their first word.
        surnames.computeIfAbsent("first:" + words[0], k -> new ArrayList<>()).add(person);
    }

    private void put(String cell, Entry entry) {
        for (String name : cell.split(";")) {
            if (!name.isBlank()) {
                names.put(key(name), entry);
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

    /** What a noun lemma (or a phrase of lemmas, "prime minister") says of a party; null for other nouns. */
    @Nullable
    Role role(String lemmas) {
        return roles.get(lemmas);
    }

    /** The person a full name or surname most likely means on a date (null: today's); null when unknown. */
    @Nullable
    Person person(String name, @Nullable LocalDate date) {
        List<Person> found = surnames.get(name);
        if (found == null && !name.contains(" ")) {
            List<Person> family = surnames.get("first:" + name);
            found = family == null
                    ? null
                    : family.stream()
                            .filter(p -> p.country().matches("CHN|PRK|KOR|VNM|TWN|HKG"))
                            .toList();
        }
        if (found == null || found.isEmpty()) {
            return null;
        }
        LocalDate on = date == null ? LocalDate.now(java.time.ZoneOffset.UTC) : date;
        for (Person p : found) {
            if (p.inOffice(on)) {
                return p;
            }
        }
        return name.contains(" ") || date == null ? found.get(found.size() - 1) : null;
    }

    /** A state's usual name. */
    String stateName(String country) {
        return stateNames.getOrDefault(country, country);
    }
}
