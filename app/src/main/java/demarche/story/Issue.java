package demarche.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is contested or bargained over. */
public record Issue(String id, String name, Kind kind, List<Span> mentions, List<Frame> frames) {
    public enum Kind {
        ASSET,
        TERRITORY,
        POLICY,
        RIGHT,
        RELATION,
        PERSON,
        MONEY,
        OTHER
    }

    /** What a party calls the issue ("war spoils"). */
    public record Frame(
            String party,
            String text,
            int start,
            int end,
            @Nullable String in) {}
}
