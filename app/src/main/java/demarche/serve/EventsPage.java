package demarche.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import demarche.ledger.EventSearch;
import demarche.ledger.EventSearch.Filter;
import demarche.ledger.EventSearch.Step;
import demarche.ledger.EventSearch.Value;
import demarche.ledger.Views.EventView;
import demarche.story.EventType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events with what they have in common and how many there are over time. */
final class EventsPage implements Page {
    /** What the page shows; {@code overTime} counts by stretches of {@code step}, null when no event has a day. */
    record EventsModel(
            Listed<EventView> events,
            Filter filter,
            Map<String, List<Value>> facets,
            @Nullable Step step,
            List<EventSearch.Count> overTime,
            @JsonIgnore Chart chart) {}

    @Override
    public String path() {
        return "/events";
    }

    @Override
    public String nav() {
        return "Events";
    }

    /** The filter that parameters ask for. */
    static Filter filter(Ask ask) {
        EventType type = ask.oneOf("type", EventType.class);
        String country = ask.text("country");
        return new Filter(
                type == null ? null : type.name(),
                ask.party("actor"),
                ask.party("recipient"),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                ask.since(),
                ask.until(),
                ask.text("outlet"),
                ask.oneOf("status", "actual", "negated", "future", "hypothetical", "historical"),
                ask.share("confidence"));
    }

    /** Stretches that make between ten and sixty bars of a time. */
    static Step step(EventSearch.Span span) {
        long days = Days.between(span.first(), span.last());
        return days <= 70 ? Step.DAY : days <= 500 ? Step.WEEK : days <= 2500 ? Step.MONTH : Step.YEAR;
    }

    @Override
    public Answer answer(Ask ask) {
        Filter filter = filter(ask);
        Slice slice = ask.slice(50);
        EventSearch search = ask.reader().events();
        List<EventView> found = search.find(filter, slice.size(), slice.offset());
        EventSearch.Summary summary = search.summary(filter);
        EventSearch.Span span = summary.core();
        Step step = span == null ? null : step(span);
        List<EventSearch.Count> overTime = step == null ? List.of() : summary.overTime(step);
        EventsModel model = new EventsModel(
                slice.of(found, summary.count()),
                filter,
                summary.facets(),
                step,
                overTime,
                step == null || span == null ? Chart.NONE : Chart.of(overTime, step, span));
        return Answer.of("events.jte", "Events", model).table(EventView.class, found);
    }
}
