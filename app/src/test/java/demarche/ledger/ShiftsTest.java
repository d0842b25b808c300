package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShiftsTest {
    private static Held held(String id, int day, String holder, boolean own, String stance) {
        return new Held(
                id,
                "story-" + id,
                LocalDate.of(2024, 3, day),
                "ost",
                holder,
                own,
                null,
                "fish-tax",
                "the fish tax",
                stance,
                "plain",
                null);
    }

    private static List<Shifts.Shift> shifts(Held... held) {
        return Shifts.of(List.of(held), Map.of());
    }

    @Test
    void aGovernmentThatGivesWayShifts() {
        assertThat(shifts(held("a", 1, "ost", true, "REFUSES"), held("b", 9, "ost", true, "ACCEPTS")))
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo("yields"));
    }

    @Test
    void aParliamentThatHoldsOtherwiseIsNoShiftOfTheGovernment() {
        assertThat(shifts(held("a", 1, "ost", true, "REFUSES"), held("b", 9, "assembly-ost", true, "ACCEPTS")))
                .isEmpty();
    }

    @Test
    void whatOthersSayOfASideIsNoShift() {
        assertThat(shifts(held("a", 1, "ost", true, "REFUSES"), held("b", 9, "ost", false, "ACCEPTS")))
                .isEmpty();
    }
}
