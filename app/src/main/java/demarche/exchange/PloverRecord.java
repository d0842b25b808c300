package demarche.exchange;

import demarche.story.Event;
import demarche.story.Party;
import demarche.story.Place;
import demarche.story.Reading;
import demarche.story.Story;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as PLOVER's JSON interchange records, one a line; fields that are not known are left out. */
final class PloverRecord {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> ALPHA2 = alpha2();

    private PloverRecord() {}

    static String line(Reading reading, Event event) {
        return JSON.writeValueAsString(record(reading, event));
    }

    static Map<String, Object> record(Reading reading, Event event) {
        Story story = reading.story();
        Map<String, Party> parties = new HashMap<>();
        reading.parties().forEach(p -> parties.put(p.id(), p));
        LocalDate told = Dyad.told(event);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", story.id() + "-" + event.id());
        put(out, "date", Objects.toString(Dyad.day(reading, event), null));
        out.put("has_event", true);
        out.put("actor", entities(story, event.actors(), parties));
        out.put("recipient", entities(story, event.recipients(), parties));
        out.put("event", List.of(event.eventType().name()));
        out.put("mode", event.eventMode() == null ? List.of() : List.of(event.eventMode()));
        out.put("context", PolecatTable.contexts(event));
        out.put("quad_code", event.quad());
        out.put("event_scale", event.score());
        Event.Magnitude size = event.magnitude();
        if (size != null) {
            out.put("size_info", size(size));
        }
        if (event.place() != null) {
            out.put("event_loc", location(event.place()));
        }
        if (event.evidence().trigger() != null) {
            String whole = event.evidence().in() == null ? story.text() : Objects.requireNonNullElse(story.title(), "");
            out.put(
                    "event_text",
                    List.of(Dyad.cut(
                            whole,
                            event.evidence().trigger().start(),
                            event.evidence().trigger().end())));
        }
        out.put("text", Dyad.sentence(reading, event));
        out.put("text_info", text(event));
        out.put("cite_info", cite(reading));
        out.put("coder", "Demarche " + reading.engine().version());
        put(out, "comment", told != null ? null : told(event, story));
        return out;
    }

    private static @Nullable String told(Event event, Story story) {
        String given =
                event.date() == null ? "no date" : "the date \"" + event.date().text() + "\" only";
        return Dyad.date(story.published()) == null ? null : "date: of publication; the story gives " + given;
    }

    private static void put(Map<String, Object> to, String name, @Nullable Object value) {
        if (value != null) {
            to.put(name, value);
        }
    }

    private static List<Map<String, Object>> entities(Story story, List<String> ids, Map<String, Party> parties) {
        return ids.stream()
                .map(parties::get)
                .filter(Objects::nonNull)
                .map(p -> entity(story, p))
                .toList();
    }

    private static Map<String, Object> entity(Story story, Party party) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "code", party.country());
        put(out, "sector", party.sector());
        Party.Mention mention = party.mentions().stream()
                .filter(m -> m.in() == null)
                .findFirst()
                .orElse(null);
        if (mention != null) {
            out.put("entity_text", Dyad.cut(story.text(), mention.start(), mention.end()));
        }
        out.put("identifier_text", party.name());
        if (!party.roles().isEmpty()) {
            out.put("office", party.roles().get(0).text());
        }
        return out;
    }

    private static Map<String, Object> size(Event.Magnitude size) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "dead", size.dead());
        put(out, "injured", size.injured());
        put(out, "size", size.size());
        return out;
    }

    private static Map<String, Object> location(Place place) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "geonameid", place.geonames());
        out.put("name", place.name());
        put(out, "latitude", place.lat());
        put(out, "longitude", place.lon());
        put(out, "country code", place.country() == null ? null : ALPHA2.get(place.country()));
        put(out, "cc3", place.country());
        put(out, "admin1 code", place.region());
        return out;
    }

    private static Map<String, Object> text(Event event) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("start", event.evidence().start());
        out.put("end", event.evidence().end());
        put(out, "in", event.evidence().in());
        out.put("rule", event.rule());
        out.put("confidence", event.confidence());
        put(out, "attribution", event.attribution());
        return out;
    }

    private static Map<String, Object> cite(Reading reading) {
        Story story = reading.story();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("citation", story.id());
        put(out, "url", story.url());
        put(out, "title", story.title());
        put(out, "language", story.language());
        put(out, "publication", story.outlet());
        put(out, "published", story.published());
        out.put("codebook", reading.engine().codebook());
        return out;
    }

    private static Map<String, String> alpha2() {
        Map<String, String> out = new HashMap<>(Map.of("XKX", "XK"));
        for (String code : Locale.getISOCountries()) {
            try {
                out.put(new Locale("", code).getISO3Country(), code);
            } catch (MissingResourceException e) {
                continue;
            }
        }
        return Map.copyOf(out);
    }
}
