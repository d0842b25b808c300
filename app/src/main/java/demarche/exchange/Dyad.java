package demarche.exchange;

import demarche.story.Event;
import demarche.story.Party;
import demarche.story.Reading;
import demarche.story.Story;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One actor and one recipient of an event: a row of the data sets that have one of each. An event of two actors on three
 * recipients makes six; one whose actors act on each other (a meeting) makes one for each ordered pair of them.
 *
 * @param actor null when the story names none
 * @param recipient null when there is none
 * @param number place among the dyads of the event, from 1
 */
record Dyad(
        Reading reading,
        Event event,
        @Nullable Party actor,
        @Nullable Party recipient,
        int number,
        Coverage coverage) {

    /** All dyads of an event. */
    static List<Dyad> of(Reading reading, Event event, Coverage coverage) {
        Map<String, Party> parties = new HashMap<>();
        reading.parties().forEach(p -> parties.put(p.id(), p));
        boolean mutual = event.recipients().isEmpty() && event.actors().size() > 1;
        List<Dyad> out = new ArrayList<>();
        for (String actor : orNone(event.actors())) {
            for (String recipient : orNone(mutual ? event.actors() : event.recipients())) {
                if (!mutual || !actor.equals(recipient)) {
                    out.add(new Dyad(
                            reading, event, parties.get(actor), parties.get(recipient), out.size() + 1, coverage));
                }
            }
        }
        return out;
    }

    private static List<String> orNone(List<String> ids) {
        return ids.isEmpty() ? List.of("") : ids;
    }

    Story story() {
        return reading.story();
    }

    /** Unique in a data set whose stories have unique ids. */
    String id() {
        return story().id() + "-" + event.id() + (number == 1 ? "" : "." + number);
    }

    /** The day the story gives for the event, else the day the story came out; null when neither is known to the day. */
    @Nullable
    LocalDate day() {
        return day(reading, event);
    }

    static @Nullable LocalDate day(Reading reading, Event event) {
        LocalDate told = told(event);
        return told != null ? told : date(reading.story().published());
    }

    /** The day the story itself gives for the event; null when it gives none, or only a month or a year. */
    static @Nullable LocalDate told(Event event) {
        return event.date() == null ? null : date(event.date().value());
    }

    static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The sentence the event was read from. */
    String sentence() {
        return sentence(reading, event);
    }

    static String sentence(Reading reading, Event event) {
        String whole = event.evidence().in() == null
                ? reading.story().text()
                : String.valueOf(reading.story().title());
        return cut(whole, event.evidence().start(), event.evidence().end());
    }

    static String cut(String whole, int start, int end) {
        int from = whole.offsetByCodePoints(0, start);
        return whole.substring(from, whole.offsetByCodePoints(from, end - start));
    }
}
