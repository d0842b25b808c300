package demarche.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who carried a story.
 *
 * @param articles how many articles tell it, copies counted; at least one
 * @param outlets who published them, each once
 */
public record Coverage(int articles, List<String> outlets) {
    public Coverage {
        outlets = List.copyOf(outlets);
    }

    /** The coverage of a story of which no copies are known. */
    public static Coverage of(@Nullable String outlet) {
        return new Coverage(1, outlet == null || outlet.isBlank() ? List.of() : List.of(outlet));
    }
}
