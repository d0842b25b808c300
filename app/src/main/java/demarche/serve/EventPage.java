package demarche.serve;

import demarche.code.Rule;
import demarche.ledger.EventSearch;
import demarche.ledger.Views.DisputeView;
import demarche.ledger.Views.EventView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event: its record, its rule, its source, and what else the two did to each other then. */
final class EventPage implements Page {
    private static final int BESIDE = 10;
    private static final int WEEKS = 4;

    /** What the page shows. */
    record EventModel(EventView event, @Nullable Rule rule, List<DisputeView> disputes, List<EventView> beside) {}

    @Override
    public String path() {
        return "/events/{id}";
    }

    @Override
    public Answer answer(Ask ask) {
        String id = ask.id();
        EventSearch search = ask.reader().events();
        List<EventView> found = search.of(List.of(id));
        if (found.isEmpty()) {
            throw new NotFound("There is no event with the id " + id + ".", "");
        }
        EventView event = found.get(0);
        EventModel model = new EventModel(
                event,
                ask.site().rule(event.rule()),
                ask.reader().disputes().ofStory(event.story()),
                beside(search, event));
        return Answer.of("event.jte", Tone.word(event.eventType()) + ": " + String.join(", ", event.actors()), model);
    }

    private static List<EventView> beside(EventSearch search, EventView e) {
        if (e.actorSides().isEmpty() || e.recipientSides().isEmpty() || e.date() == null) {
            return List.of();
        }
        java.time.LocalDate day = java.time.LocalDate.parse(Objects.requireNonNull(e.date()));
        EventSearch.Filter around = new EventSearch.Filter(
                null,
                e.actorSides().get(0),
                e.recipientSides().get(0),
                null,
                day.minusWeeks(WEEKS),
                day.plusWeeks(WEEKS),
                null,
                null,
                null);
        return search.find(around, BESIDE + 1, 0).stream()
                .filter(o -> !o.id().equals(e.id()))
                .limit(BESIDE)
                .toList();
    }
}
