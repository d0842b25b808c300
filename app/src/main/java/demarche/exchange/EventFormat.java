package demarche.exchange;

import demarche.story.Event;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Formats of event data sets that Demarche writes.
 *
 * <p>GDELT and Phoenix have no column that says an act did not happen or might happen: negated and hypothetical events are
 * left out there.
 */
public enum EventFormat {
    /** JSON records, one a line. */
    PLOVER(List.of(), '\n', false),
    /** Tab-separated with a header. */
    POLECAT(PolecatTable.columns(), '\t', true),
    /** Tab-separated without a header. */
    GDELT(GdeltTable.columns(), '\t', false),
    /** Comma-separated with a header. */
    PHOENIX(PhoenixTable.columns(), ',', true);

    private final List<Column> columns;
    private final char separator;
    private final boolean header;

    EventFormat(List<Column> columns, char separator, boolean header) {
        this.columns = columns;
        this.separator = separator;
        this.header = header;
    }

    /** The columns of the table; none for PLOVER, whose records are objects. */
    public List<Column> columns() {
        return columns;
    }

    /** What stands between the cells of a row. */
    public char separator() {
        return separator;
    }

    /** The first line of a file; null when it has none. */
    public @Nullable String header() {
        return header
                ? columns.stream().map(Column::name).collect(Collectors.joining(String.valueOf(separator)))
                : null;
    }

    /** Whether the format can hold this event. */
    public boolean holds(Event event) {
        return switch (this) {
            case PLOVER, POLECAT -> true;
            case GDELT, PHOENIX -> !event.status().negated() && !event.status().hypothetical();
        };
    }

    /** The lines for a reading: a record an event, or a row an actor and recipient. */
    public List<String> lines(Reading reading, Coverage coverage) {
        List<String> out = new ArrayList<>();
        for (Event event : reading.events()) {
            if (!holds(event)) {
                continue;
            }
            if (this == PLOVER) {
                out.add(PloverRecord.line(reading, event));
            } else {
                Dyad.of(reading, event, coverage).forEach(d -> out.add(row(d)));
            }
        }
        return out;
    }

    private String row(Dyad dyad) {
        return columns.stream()
                .map(c -> cell(c.value().apply(dyad)))
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    private String cell(@Nullable Object value) {
        String text = value == null
                ? ""
                : value.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        boolean quoted = separator == ',' && (text.indexOf(',') >= 0 || text.indexOf('"') >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The format of this name, in any case; null when there is none. */
    public static @Nullable EventFormat named(String name) {
        for (EventFormat format : values()) {
            if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        return null;
    }
}
