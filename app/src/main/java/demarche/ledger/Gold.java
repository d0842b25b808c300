package demarche.ledger;

import demarche.story.Event;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A corrected story as a gold record: its text with events and positions, each sure or not. Pure. */
final class Gold {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reading reading;
    private final Set<String> sure = new HashSet<>();

    private Gold(Reading reading, List<Correction> corrections) {
        this.reading = reading;
        corrections.forEach(c -> sure.add(c.record()));
    }

    static String line(Reading corrected, List<Correction> corrections) {
        return new Gold(corrected, corrections).line();
    }

    private String line() {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", reading.story().id());
        out.put("title", reading.story().title());
        out.put("published", reading.story().published());
        out.put("outlet", reading.story().outlet());
        out.put("text", reading.story().text());
        List<Map<String, Object>> events = new ArrayList<>();
        reading.events().stream().filter(e -> e.evidence().in() == null).forEach(e -> events.add(event(e)));
        out.put("events", events);
        List<Map<String, Object>> positions = new ArrayList<>();
        reading.positions().stream().filter(p -> p.evidence().in() == null).forEach(p -> positions.add(position(p)));
        out.put("positions", positions);
        return JSON.writeValueAsString(out);
    }

    private Map<String, Object> event(Event e) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", e.eventType().name());
        at(out, e.evidence());
        out.put("actors", parties(e.actors()));
        out.put("recipients", parties(e.recipients()));
        List<String> status = new ArrayList<>();
        if (e.status().negated()) {
            status.add("negated");
        }
        if (e.status().hypothetical()) {
            status.add("hypothetical");
        }
        out.put("status", status);
        out.put("sure", sure.contains(e.id()));
        return out;
    }

    private Map<String, Object> position(Position p) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("stance", p.stance().name());
        at(out, p.evidence());
        List<Map<String, String>> party = parties(List.of(p.party()));
        out.put("party", party.isEmpty() ? Map.of() : party.get(0));
        out.put("issue", issue(p.issue()));
        out.put("sure", sure.contains(p.id()));
        return out;
    }

    private static void at(Map<String, Object> out, Evidence evidence) {
        out.put("start", evidence.start());
        out.put("end", evidence.end());
    }

    private String issue(@Nullable String id) {
        return reading.issues().stream()
                .filter(i -> i.id().equals(id))
                .map(Issue::name)
                .findFirst()
                .orElse("");
    }

    private List<Map<String, String>> parties(List<String> ids) {
        List<Map<String, String>> out = new ArrayList<>();
        for (Party p : reading.parties()) {
            if (ids.contains(p.id())) {
                Map<String, String> party = new LinkedHashMap<>();
                party.put("name", p.name());
                party.put("country", p.country() == null ? "" : p.country());
                out.add(party);
            }
        }
        return out;
    }
}
