package demarche.exchange;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of events.
 *
 * @param name as the data set it is named after writes it
 * @param meaning what it holds, in a phrase; empty cells included
 */
public record Column(String name, Type type, String meaning, Function<Dyad, @Nullable Object> value) {
    /** What its cells are. */
    public enum Type {
        TEXT,
        INTEGER,
        REAL
    }

    static Column text(String name, String meaning, Function<Dyad, @Nullable Object> value) {
        return new Column(name, Type.TEXT, meaning, value);
    }

    static Column integer(String name, String meaning, Function<Dyad, @Nullable Object> value) {
        return new Column(name, Type.INTEGER, meaning, value);
    }

    static Column real(String name, String meaning, Function<Dyad, @Nullable Object> value) {
        return new Column(name, Type.REAL, meaning, value);
    }

    /** A column whose content Demarche does not know. */
    static Column unknown(String name, String meaning) {
        return new Column(name, Type.TEXT, "Empty: " + meaning, d -> null);
    }
}
