package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.Correction.Field;
import demarche.story.Stance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a derivation takes over from the one before never shows in the tables. */
class MemoTest {
    private static final List<String> TABLES = List.of(
            "parties",
            "issues",
            "disputes",
            "dispute_stories",
            "dispute_members",
            "dispute_events",
            "shifts",
            "positions",
            "events",
            "event_parties",
            "statements",
            "story_parties");

    @TempDir
    Path folder;

    private static List<Object> tables(Ledger ledger) {
        List<Object> out = new ArrayList<>();
        for (String table : TABLES) {
            out.add(ledger.queries()
                    .sql("SELECT '" + table + "', * FROM " + table + " ORDER BY ALL", 1000)
                    .rows());
        }
        return out;
    }

    private static void correct(Ledger ledger, String story, Field field, String value) {
        correct(ledger, story, "q1", field, value);
    }

    private static void correct(Ledger ledger, String story, String record, Field field, String value) {
        String id = ledger.queries()
                .sql("SELECT id FROM stories WHERE id LIKE '" + story + "-%'", 1)
                .rows()
                .get(0)
                .get(0);
        ledger.correct(List.of(new Correction(0, String.valueOf(id), record, field, value, "", "Ada", "", null)));
        ledger.derive();
    }

    @Test
    void correctionsOneAfterTheOtherDeriveWhatARebuildDerives() {
        try (Ledger ledger = HostileLedger.in(folder)) {
            List<Object> before = tables(ledger);
            correct(ledger, "s1", Field.STANCE, Stance.OFFERS.name());
            correct(ledger, "s2", Field.ISSUE, "fishing rights");
            correct(
                    ledger,
                    "s4",
                    Field.COUNTERPART,
                    Correction.Named.value(List.of(new Correction.Named("Nordia", "state", null, null))));
            List<Object> after = tables(ledger);
            assertThat(after).isNotEqualTo(before);
            ledger.rebuild(done -> {});
            assertThat(after).isEqualTo(tables(ledger));
        }
    }

    @Test
    void whoIsOnWhoseSideIsLearntAnewWhenAPartyIsCorrected() {
        try (Ledger ledger = HostileLedger.in(folder)) {
            correct(ledger, "s1", Field.STANCE, Stance.REFUSES.name());
            correct(
                    ledger,
                    "s1",
                    "e1",
                    Field.ACTORS,
                    Correction.Named.value(
                            List.of(new Correction.Named("Sudia Trawler Company", "organization", null, null))));
            correct(ledger, "s1", "e1", Field.UNDO, "");
            correct(ledger, "s2", "e1", Field.WRONG, "");
            List<Object> after = tables(ledger);
            ledger.rebuild(done -> {});
            assertThat(after).isEqualTo(tables(ledger));
        }
    }

    @Test
    void aNewStoryAfterACorrectionCountsForAll() {
        try (Ledger ledger = HostileLedger.in(folder)) {
            correct(ledger, "s1", Field.STANCE, Stance.OFFERS.name());
            ledger.add(List.of(Readings.position(
                    "s9",
                    "2024-05-02",
                    "Westland",
                    Stance.OFFERS,
                    "trawlers",
                    "Ostland",
                    "Westland offered to return the trawlers to Ostland.")));
            ledger.derive();
            List<Object> after = tables(ledger);
            ledger.rebuild(done -> {});
            assertThat(after).isEqualTo(tables(ledger));
        }
    }
}
