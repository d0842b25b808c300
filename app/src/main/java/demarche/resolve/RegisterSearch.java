package demarche.resolve;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what the register holds under some words. */
public final class RegisterSearch {
    private RegisterSearch() {}

    /** Rows of names and people, as they stand in the register. */
    public record Found(List<Register.Row> rows, List<Register.Person> people) {}

    /**
     * Everything that the words name: rows with such a name and, when they name a state exactly, its people; people with
     * such a name. No words: all rows.
     *
     * @param on only people in office on that day; null for all
     */
    public static Found of(Register register, String words, @Nullable LocalDate on) {
        String sought = plain(words);
        List<Register.Row> exact = register.rows().stream()
                .filter(r -> plain(r.code()).equals(sought) && r.sort().equals("state")
                        || names(r).anyMatch(n -> plain(n).equals(sought)))
                .toList();
        List<Register.Row> rows = !exact.isEmpty()
                ? exact
                : register.rows().stream()
                        .filter(r -> names(r).anyMatch(n -> plain(n).contains(sought)))
                        .toList();
        List<Register.Person> people = register.people().stream()
                .filter(p -> on == null || p.inOffice(on))
                .filter(p -> sought.isEmpty()
                        ? on != null
                        : plain(p.name()).contains(sought)
                                || exact.stream()
                                        .anyMatch(r -> r.sort().equals("state")
                                                && r.code().equals(p.country())))
                .toList();
        boolean onlyPeople = on != null && sought.isEmpty();
        return new Found(onlyPeople ? List.of() : rows, people);
    }

    private static Stream<String> names(Register.Row row) {
        return Stream.concat(row.names().stream(), row.more().stream());
    }

    private static String plain(String text) {
        return Register.folded(text).toLowerCase(Locale.ROOT).strip();
    }
}
