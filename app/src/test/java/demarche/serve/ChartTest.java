package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.EventSearch.Count;
import demarche.ledger.EventSearch.Span;
import demarche.ledger.EventSearch.Step;
import demarche.ledger.EventSearch.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    private static Summary summary(List<Count> days) {
        Span span = new Span(days.get(0).from(), days.get(days.size() - 1).from());
        return new Summary(0, span, Map.of(), days);
    }

    @Test
    void aDayFarFromTheRestIsSaidButDoesNotStretchTheChart() {
        List<Count> days = new ArrayList<>();
        days.add(new Count(LocalDate.of(1945, 8, 15), "AGREE", 1));
        for (int i = 0; i < 60; i++) {
            days.add(new Count(MARCH.plusDays(i), "ACCUSE", 10));
        }
        days.add(new Count(LocalDate.of(2099, 1, 1), "AGREE", 1));
        Summary summary = summary(days);
        Span core = summary.core();
        assertThat(core).isEqualTo(new Span(MARCH, MARCH.plusDays(59)));
        assertThat(EventsPage.step(core)).isEqualTo(Step.DAY);
        Chart chart = Chart.of(summary.overTime(Step.DAY), Step.DAY, core);
        assertThat(chart.bars()).hasSize(60);
        assertThat(chart.outside()).isEqualTo(2);
    }

    @Test
    void fewEventsAreAllDrawn() {
        Summary summary = summary(List.of(
                new Count(MARCH.minusYears(3), "AGREE", 1),
                new Count(MARCH, "ACCUSE", 2),
                new Count(MARCH.plusDays(9), "AGREE", 1)));
        assertThat(summary.core()).isEqualTo(summary.span());
        Chart chart = Chart.of(summary.overTime(Step.MONTH), Step.MONTH, summary.core());
        assertThat(chart.outside()).isZero();
        assertThat(chart.bars()).hasSize(3);
    }

    @Test
    void daysAreGatheredIntoTheStretchTheyLieIn() {
        Summary summary = summary(List.of(
                new Count(LocalDate.of(2026, 3, 1), "AGREE", 1),
                new Count(LocalDate.of(2026, 3, 2), "AGREE", 2),
                new Count(LocalDate.of(2026, 3, 8), "AGREE", 4)));
        assertThat(summary.overTime(Step.WEEK))
                .containsExactly(
                        new Count(LocalDate.of(2026, 2, 23), "AGREE", 1),
                        new Count(LocalDate.of(2026, 3, 2), "AGREE", 6));
        assertThat(summary.overTime(Step.YEAR)).containsExactly(new Count(LocalDate.of(2026, 1, 1), "AGREE", 7));
    }
}
