package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.story.InputException;
import demarche.story.Reading;
import demarche.story.Stance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("test.duckdb");
    }

    private static List<String> all(Ledger ledger) {
        return List.of("stories", "positions", "events", "parties", "issues", "disputes", "shifts").stream()
                .map(t -> ledger.queries()
                        .sql("SELECT * FROM " + t + " ORDER BY ALL", 1000)
                        .toString())
                .toList();
    }

    @Test
    void aQuarrelIsADisputeWithAShift() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            Views.DisputeView dispute = ledger.queries().disputes("trawlers", 5).get(0);
            assertThat(dispute.parties())
                    .extracting(Views.PartyView::name)
                    .containsExactlyInAnyOrder("Ostland", "Westland");
            assertThat(dispute.issue().namings()).contains("trawlers", "seized trawlers");
            assertThat(dispute.first()).isEqualTo("2024-03-01");
            Views.ShiftView shift = ledger.queries().shifts(null, 5).get(0);
            assertThat(shift.kind()).isEqualTo("yields");
            assertThat(shift.from().stance()).isEqualTo("REFUSES");
            assertThat(shift.to().sentence()).isEqualTo("Westland offered to return the trawlers to Ostland.");
        }
    }

    @Test
    void theSameStoryTwiceChangesNothing() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            List<String> before = all(ledger);
            assertThat(ledger.add(Readings.quarrel())).isEqualTo(new Ledger.Added(0, 0, 3));
            ledger.derive();
            assertThat(all(ledger)).isEqualTo(before);
        }
    }

    @Test
    void rebuildMakesTheSameTables() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            List<String> before = all(ledger);
            ledger.rebuild(done -> {});
            assertThat(all(ledger)).isEqualTo(before);
        }
    }

    @Test
    void aCorrectedStoryReplacesWhatItSaidAndKeepsTheHistory() {
        Reading first = Readings.position(
                "s1",
                "2024-03-01",
                "Ostland",
                Stance.DEMANDS,
                "trawlers",
                "Westland",
                "Ostland demanded the trawlers.");
        Reading corrected = Readings.position(
                "s1", "2024-03-01", "Ostland", Stance.REFUSES, "trawlers", "Westland", "Ostland refused the trawlers.");
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(List.of(first));
            ledger.add(List.of(corrected));
            ledger.derive();
            assertThat(ledger.queries().positions("Ostland", 10))
                    .extracting(Views.PositionView::stance)
                    .containsExactly("REFUSES");
            assertThat(ledger.queries().sql("SELECT count(*) FROM readings", 1).rows())
                    .isEqualTo(List.of(List.of("2")));
        }
    }

    @Test
    void aLikeTextUnderAnotherOutletIsACopy() {
        String text =
                "Ostland demanded on Monday that its neighbour Westland return the three trawlers which the navy of"
                        + " Westland had seized in the strait during the storm of last week, saying that their crews had"
                        + " done nothing but look for shelter, and that families at home were waiting for them with growing fear.";
        try (Ledger ledger = Ledger.open(file())) {
            Ledger.Added added = ledger.add(List.of(
                    Readings.position("a", "2024-03-01", "Ostland", Stance.DEMANDS, "trawlers", "Westland", text),
                    Readings.position(
                            "b", "2024-03-01", "Ostland", Stance.DEMANDS, "trawlers", "Westland", text + " ENDS")));
            ledger.derive();
            assertThat(added).isEqualTo(new Ledger.Added(1, 1, 0));
            assertThat(ledger.queries().counts().stories()).isEqualTo(1);
            assertThat(ledger.queries().counts().positions()).isEqualTo(1);
        }
    }

    @Test
    void whatWasAddedIsThereWhenTheLedgerIsOpenedAgainEvenIfNothingWasDerived() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
        }
        try (Ledger ledger = Ledger.openExisting(file())) {
            assertThat(ledger.queries().disputes(null, 5)).hasSize(1);
            assertThat(ledger.has(Readings.quarrel().get(0).story())).isTrue();
        }
    }

    @Test
    void ordersAboutIssuesSurviveARebuild() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            String issue = ledger.queries().issues("trawlers", 1).get(0).id();
            ledger.order("rename", List.of(issue, "the Strait boats"));
            ledger.rebuild(done -> {});
            assertThat(ledger.queries().disputes("Strait", 5)).hasSize(1);
        }
    }

    @Test
    void aSplitTakesNamingsOutOfAnIssue() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            String issue = ledger.queries().issues("trawlers", 1).get(0).id();
            String made = ledger.split(issue, List.of("seized trawlers"));
            ledger.rebuild(done -> {});
            assertThat(ledger.queries().issue(made).namings()).containsExactly("seized trawlers");
            assertThat(ledger.queries().issue(issue).namings()).containsExactly("trawlers");
            assertThat(ledger.queries().orders()).hasSize(1);
            assertThatThrownBy(() -> ledger.split(issue, List.of("kites")))
                    .hasMessageContaining("Its namings: trawlers");
        }
    }

    @Test
    void aMergeMakesOneIssueOfTwo() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            String issue = ledger.queries().issues("trawlers", 1).get(0).id();
            String made = ledger.split(issue, List.of("seized trawlers"));
            ledger.order("merge", List.of(made, issue));
            assertThat(ledger.queries().issue(made)).isNull();
            assertThat(ledger.queries().issue(issue).namings()).contains("trawlers", "seized trawlers");
            assertThat(ledger.queries().disputes("trawlers", 5)).hasSize(1);
        }
    }

    @Test
    void aDisputeKeepsItsIdWhenMoreIsToldOfIt() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel().subList(0, 2));
            ledger.derive();
            String id = ledger.queries().disputes(null, 1).get(0).id();
            ledger.add(Readings.quarrel());
            ledger.derive();
            assertThat(ledger.queries().dispute(id).stories()).isEqualTo(3);
        }
    }

    @Test
    void commandsAndPagesTellTheSameOfADispute() {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            String id = ledger.queries().disputes(null, 1).get(0).id();
            try (Reader reader = ledger.reader()) {
                assertThat(ledger.queries().dispute("trawlers"))
                        .isEqualTo(reader.disputes().page(id));
            }
        }
    }

    @Test
    void aFileThatIsNoLedgerIsToldClearly() throws Exception {
        Files.writeString(file(), "not a database at all");
        assertThatThrownBy(() -> Ledger.open(file()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be opened as a ledger");
        assertThatThrownBy(() -> Ledger.openExisting(folder.resolve("none.duckdb")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("demarche ingest");
    }

    @Test
    void sqlOnlyReadsAndOnlyTheLedger() {
        try (Ledger ledger = Ledger.open(file())) {
            for (String bad : List.of(
                    "DELETE FROM stories",
                    "SELECT 1; DROP TABLE stories",
                    "SELECT * FROM read_csv('/etc/passwd')",
                    "SELECT * FROM '/etc/passwd'",
                    "SELECT * FROM \"/etc/passwd\"",
                    "WITH x AS (SELECT 1) DELETE FROM stories",
                    "SELECT $$'$$; COMMIT; DELETE FROM stories; SELECT $$'$$",
                    "SELECT 1 /* ' */; DELETE FROM stories; -- '",
                    "COPY stories TO 'x.csv'",
                    "SET memory_limit = '10GB'",
                    "SELECT nothing FROM nowhere")) {
                assertThatThrownBy(() -> ledger.queries().sql(bad, 5)).isInstanceOf(InputException.class);
            }
            assertThat(ledger.queries()
                            .sql("SELECT 1 AS one UNION ALL SELECT 2", 1)
                            .cut())
                    .isTrue();
        }
    }
}
