package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShiftsTest {
    private static Stand stand(String id, int day, String holder, String what, boolean foremost) {
        return new Stand(
                id,
                false,
                "story-" + id,
                "fish-tax",
                false,
                "fish-tax",
                LocalDate.of(2024, 3, day),
                "ost",
                holder,
                Set.of(),
                what,
                Stand.Course.of(what, false),
                "plain",
                null,
                Set.of("fish", "tax"),
                Set.of(),
                foremost,
                true);
    }

    /** An event of a dispute, with the telling words of its sentence. */
    private static Stand move(String id, int day, String what, String toward, String... about) {
        return new Stand(
                id,
                true,
                "story-" + id,
                "ost-wes-2024",
                true,
                null,
                LocalDate.of(2024, 3, day),
                "ost",
                "ost",
                Set.of(toward),
                what,
                Stand.Course.of(what, false),
                "plain",
                null,
                Set.of(),
                Set.of(about),
                true,
                true);
    }

    private static List<Shifts.Shift> shifts(Stand... stands) {
        return Shifts.of(new ArrayList<>(List.of(stands)));
    }

    @Test
    void aGovernmentThatGivesWayShifts() {
        assertThat(shifts(stand("a", 1, "ost", "REFUSES", true), stand("b", 9, "ost", "ACCEPTS", true)))
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo("yields"));
    }

    @Test
    void aParliamentThatHoldsOtherwiseIsNoShiftOfTheGovernment() {
        assertThat(shifts(stand("a", 1, "ost", "REFUSES", true), stand("b", 9, "assembly-ost", "ACCEPTS", true)))
                .isEmpty();
    }

    @Test
    void whatOneStoryTellsInPassingIsNoShift() {
        assertThat(shifts(stand("a", 1, "ost", "REFUSES", true), stand("b", 9, "ost", "ACCEPTS", false)))
                .isEmpty();
    }

    @Test
    void whatTwoStoriesTellInPassingIsOne() {
        assertThat(shifts(
                        stand("a", 1, "ost", "REFUSES", true),
                        stand("b", 9, "ost", "ACCEPTS", false),
                        stand("c", 10, "ost", "ACCEPTS", false)))
                .extracting(Shifts.Shift::kind, s -> s.date().getDayOfMonth())
                .contains(org.assertj.core.groups.Tuple.tuple("yields", 9));
    }

    @Test
    void aThreatCarriedOutHardensAndALiftedSanctionYields() {
        assertThat(shifts(
                        move("a", 1, "THREATEN", "wes", "tariff", "fish"),
                        move("b", 9, "SANCTION", "wes", "tariff", "fish"),
                        move("c", 20, "CONCEDE", "wes", "tariff", "fish")))
                .extracting(Shifts.Shift::kind)
                .containsExactly("hardens", "yields");
    }

    @Test
    void whatIsDoneToSomebodyElseIsNoShift() {
        assertThat(shifts(
                        move("a", 1, "THREATEN", "wes", "tariff", "fish"),
                        move("b", 9, "SANCTION", "nor", "tariff", "fish")))
                .isEmpty();
    }

    @Test
    void aDemandThatTurnsIntoAnOfferIsNoShift() {
        assertThat(shifts(stand("a", 1, "ost", "DEMANDS", true), stand("b", 9, "ost", "OFFERS", true)))
                .isEmpty();
    }
}
