package demarche.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what to whom (PLOVER 2.0). */
public record Event(
        String id,
        EventType eventType,
        @Nullable String eventMode,
        List<String> contexts,
        @Nullable String cameo,
        List<String> actors,
        List<String> recipients,
        @Nullable StoryDate date,
        @Nullable Place place,
        @Nullable Magnitude magnitude,
        Status status,
        @Nullable String attribution,
        Evidence evidence,
        String rule,
        double confidence) {

    /** PLOVER's quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int quad() {
        return eventType.quad().number();
    }

    /** PLOVER's score of the type in its mode, from -10 (conflict) to 10 (cooperation). */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double score() {
        return eventType.score(eventMode);
    }

    /** The same event under another id. */
    public Event withId(String other) {
        return new Event(
                other,
                eventType,
                eventMode,
                contexts,
                cameo,
                actors,
                recipients,
                date,
                place,
                magnitude,
                status,
                attribution,
                evidence,
                rule,
                confidence);
    }

    /** PLOVER's auxiliary modes. */
    public record Status(boolean negated, boolean future, boolean hypothetical, boolean historical) {}

    /** Counts the story gives; null where it gives none. */
    public record Magnitude(
            @Nullable Integer dead,
            @Nullable Integer injured,
            @Nullable Integer size) {}
}
