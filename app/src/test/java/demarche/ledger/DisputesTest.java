package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Reading;
import demarche.story.Stance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisputesTest {
    @TempDir
    Path folder;

    private List<Views.DisputeView> disputes(List<Reading> readings) {
        try (Ledger ledger = Ledger.open(folder.resolve("t.duckdb"))) {
            ledger.add(readings);
            ledger.derive();
            return ledger.queries().disputes(null, 10);
        }
    }

    private static List<Reading> gas() {
        return List.of(
                Readings.position(
                        "g1",
                        "2024-03-02",
                        "Ostland",
                        Stance.DEMANDS,
                        "gas debts",
                        "Westland",
                        "Ostland demanded payment of overdue gas debts from the pipeline company of Westland."),
                Readings.position(
                        "g2",
                        "2024-03-05",
                        "Westland",
                        Stance.REFUSES,
                        "gas debts",
                        "Ostland",
                        "The pipeline company of Westland refused payment of gas debts to Ostland."));
    }

    @Test
    void twoQuarrelsOfTheSameTwoStatesAreTwoDisputes() {
        List<Reading> all = new ArrayList<>(Readings.quarrel());
        all.addAll(gas());
        assertThat(disputes(all)).extracting(d -> d.issue().name()).containsExactlyInAnyOrder("trawlers", "gas debts");
    }

    @Test
    void oneDemandIsNoDisputeYet() {
        assertThat(disputes(gas().subList(0, 1))).isEmpty();
    }

    @Test
    void whatOnlyOneSideWantsAndNobodyAnswersIsNoDisputeYet() {
        List<Reading> demands = new ArrayList<>(gas().subList(0, 1));
        demands.add(Readings.position(
                "g3",
                "2024-03-04",
                "Ostland",
                Stance.DEMANDS,
                "gas debts",
                "Westland",
                "Ostland demanded payment of gas debts from Westland's pipeline company again."));
        assertThat(disputes(demands)).isEmpty();
    }

    @Test
    void aDisputeTellsItsFirstAndLastDay() {
        Views.DisputeView gas = disputes(gas()).get(0);
        assertThat(gas.first()).isEqualTo("2024-03-02");
        assertThat(gas.last()).isEqualTo("2024-03-05");
        assertThat(gas.stories()).isEqualTo(2);
        assertThat(gas.status()).isEqualTo("new");
    }
}
