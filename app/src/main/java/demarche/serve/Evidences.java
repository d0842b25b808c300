package demarche.serve;

import demarche.code.Codebook;
import demarche.code.Rule;
import demarche.ledger.Corrected;
import demarche.ledger.Reader;
import demarche.ledger.StoryList;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where records come from: sentence, context, story and rule. */
final class Evidences {
    private final Codebook codebook;

    Evidences(Codebook codebook) {
        this.codebook = codebook;
    }

    /**
     * The evidence of a position, event, statement, shift or story.
     *
     * @throws NotFound when nothing has the id
     */
    Object of(String id, Reader reader) {
        List<String> ends = reader.shifts().positions(id);
        if (!ends.isEmpty()) {
            return Map.of("before", record(ends.get(0), reader), "after", record(ends.get(1), reader));
        }
        Reading whole = reading(id, reader);
        return whole == null ? record(id, reader) : story(id, whole, reader);
    }

    /** A story's reading with the corrections given to it; null when there is none with the id. */
    private static @Nullable Reading reading(String story, Reader reader) {
        Reading raw = reader.stories().reading(story);
        return raw == null ? null : Corrected.of(raw, reader.corrections().of(story));
    }

    private static NotFound missing(String id) {
        return new NotFound("There is no record or story with the id " + id + ". The other tools give ids.", "");
    }

    private Map<String, Object> story(String id, Reading reading, Reader reader) {
        Map<String, Object> out = head(id, reading, reader);
        out.put("text", reading.story().text());
        out.put(
                "records",
                cells(id, reading, reader).all().stream()
                        .map(c -> Map.of(
                                "id", id + "-" + c.id(), "kind", c.kind(), "label", c.label(), "summary", c.summary()))
                        .toList());
        return out;
    }

    private Map<String, Object> record(String id, Reader reader) {
        int cut = id.lastIndexOf('-');
        String story = cut < 0 ? id : id.substring(0, cut);
        Reading reading = reading(story, reader);
        Cells.Full full = reading == null ? null : cells(story, reading, reader).full(id.substring(cut + 1));
        if (reading == null || full == null) {
            throw missing(id);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("kind", full.cell().kind());
        out.put("summary", full.cell().label() + ": " + full.cell().summary());
        out.put("sentence", full.sentence());
        out.put("around", around(reading, full.cell().at()));
        List<Map<String, String>> fields = new ArrayList<>();
        full.fields().forEach(f -> fields.add(Map.of("name", f.name(), "value", f.value())));
        out.put("fields", fields);
        if (full.rule() != null) {
            out.put("rule", rule(full.rule()));
        }
        if (full.confidence() != null) {
            out.put("confidence", full.confidence());
        }
        out.put("story", head(story, reading, reader));
        return out;
    }

    private Map<String, String> rule(String name) {
        Rule rule = codebook.rules().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElse(null);
        return rule == null ? Map.of("name", name) : Map.of("name", name, "says", rule.says());
    }

    private static Cells cells(String story, Reading reading, Reader reader) {
        Map<String, String> ids = new HashMap<>();
        reader.stories().parties(story).forEach(p -> ids.put(p.local(), p.party()));
        return new Cells(reading, ids, reader.corrections().of(story));
    }

    private static Map<String, Object> head(String id, Reading reading, Reader reader) {
        Story story = reading.story();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        put(out, "title", story.title());
        put(out, "published", story.published());
        put(out, "outlet", story.outlet());
        put(out, "url", story.url());
        StoryList.Standing standing = reader.stories().standing(id);
        if (standing != null) {
            put(out, "copyOf", standing.copyOf());
            put(out, "replacedBy", standing.replacedBy());
        }
        List<StoryList.Copy> copies = reader.stories().copies(id);
        if (!copies.isEmpty()) {
            out.put("copies", copies);
        }
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    /** The sentence that holds a span with the one before and the one after; the title alone for what the title says. */
    private static String around(Reading reading, Span at) {
        List<Reading.Sentence> all = reading.sentences().stream()
                .filter(s -> java.util.Objects.equals(s.in(), at.in()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            if (at.start() < all.get(i).end()) {
                Reading.Sentence first = all.get(Math.max(0, i - 1));
                Reading.Sentence last = all.get(Math.min(all.size() - 1, i + 1));
                return text(reading.story(), new Span(first.start(), last.end(), at.in()));
            }
        }
        return "";
    }

    private static String text(Story story, Span span) {
        String whole = span.in() == null ? story.text() : String.valueOf(story.title());
        int start = whole.offsetByCodePoints(0, span.start());
        return whole.substring(start, whole.offsetByCodePoints(start, span.length()));
    }
}
