package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Party;
import demarche.story.Reading;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stories teach of people: roles with date and sentence, and whom a bare surname means. */
class SurnameLinksTest {
    @TempDir
    Path folder;

    private static Reading story(String id, String day, Party person, String text) {
        return new Reading(
                Reading.SCHEMA,
                new Reading.Engine("test", "codebook", "model"),
                Readings.story(id, day, text),
                List.of(new Reading.Sentence(0, text.length(), null)),
                List.of(person),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Party person(String name, @Nullable String country, String... roles) {
        return new Party(
                "p1",
                name,
                Party.Kind.PERSON,
                country,
                null,
                null,
                java.util.Arrays.stream(roles)
                        .map(r -> new Party.Role(r, 0, 1, null))
                        .toList(),
                List.of(new Party.Mention(0, 1, null, Party.MentionKind.NAME)));
    }

    private String partiesOf(Ledger ledger, String id) {
        return ledger.queries()
                .sql(
                        "SELECT party FROM story_parties p JOIN stories s ON s.id = p.story WHERE s.text LIKE '" + id
                                + "%'",
                        10)
                .toString();
    }

    @Test
    void aLaterSurnameMeansThePersonNamedBefore() {
        try (Ledger ledger = Ledger.open(folder.resolve("a.duckdb"))) {
            ledger.add(List.of(
                    story("1", "2024-03-01", person("Abdul Berg", "OST", "spokesperson"), "First, Abdul Berg spoke."),
                    story("2", "2024-03-02", person("Berg", null), "Second, Berg spoke.")));
            ledger.derive();
            assertThat(partiesOf(ledger, "Second")).contains("abdul-berg-ost");
            ledger.derive();
            assertThat(partiesOf(ledger, "Second")).contains("abdul-berg-ost");
        }
    }

    @Test
    void anEarlierSurnameStaysAlone() {
        try (Ledger ledger = Ledger.open(folder.resolve("b.duckdb"))) {
            ledger.add(List.of(
                    story("1", "2024-03-01", person("Berg", null), "First, Berg spoke."),
                    story("2", "2024-03-02", person("Abdul Berg", "OST"), "Second, Abdul Berg spoke.")));
            ledger.derive();
            assertThat(partiesOf(ledger, "First")).doesNotContain("abdul");
        }
    }

    @Test
    void twoPeopleOfOneSurnameStayApart() {
        try (Ledger ledger = Ledger.open(folder.resolve("c.duckdb"))) {
            ledger.add(List.of(
                    story("1", "2024-03-01", person("Abdul Berg", "OST"), "First, Abdul Berg spoke."),
                    story("2", "2024-03-02", person("Greta Berg", "WES"), "Second, Greta Berg spoke."),
                    story("3", "2024-03-03", person("Berg", null), "Third, Berg spoke."),
                    story("4", "2024-03-04", person("Berg", "WES"), "Fourth, Berg of Westland spoke.")));
            ledger.derive();
            assertThat(partiesOf(ledger, "Third")).doesNotContain("abdul").doesNotContain("greta");
            assertThat(partiesOf(ledger, "Fourth")).contains("greta-berg-wes");
        }
    }

    @Test
    void conflictingRolesAreKeptWithTheirDates() {
        try (Ledger ledger = Ledger.open(folder.resolve("d.duckdb"))) {
            ledger.add(List.of(
                    story("1", "2024-03-01", person("Abdul Berg", "OST", "spokesperson"), "First, Abdul Berg spoke."),
                    story("2", "2024-05-02", person("Abdul Berg", "OST", "foreign minister"), "Second, Berg spoke.")));
            ledger.derive();
            assertThat(ledger.queries().roles("berg", 10))
                    .extracting(r -> r.date() + " " + r.role() + ": " + r.sentence())
                    .containsExactly(
                            "2024-05-02 foreign minister: Second, Berg spoke.",
                            "2024-03-01 spokesperson: First, Abdul Berg spoke.");
        }
    }
}
