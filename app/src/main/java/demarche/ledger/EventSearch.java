package demarche.ledger;

import demarche.ledger.Views.EventView;
import demarche.ledger.Views.Facet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events that fit, page by page, with what they have in common and how many there are over time. */
public final class EventSearch {
    private static final int FACETS = 8;
    private static final String STATUS =
            "CASE WHEN e.negated THEN 'negated' WHEN e.hypothetical THEN 'hypothetical' WHEN e.future THEN 'future'"
                    + " WHEN e.historical THEN 'historical' ELSE 'actual' END";
    private static final String FITTING = "SELECT e.id, e.date, e.type, e.country, e.story, w.outlets, " + STATUS
            + " AS status FROM events e" + " JOIN stories s ON s.id = e.story" + Queries.JOIN;

    private final Database database;
    private final Shared shared;

    /** Which events; null asks for nothing. Actor and recipient are sides; days are inclusive; confidence is the least. */
    public record Filter(
            @Nullable String type,
            @Nullable String actor,
            @Nullable String recipient,
            @Nullable String country,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String outlet,
            @Nullable String status,
            @Nullable Double confidence) {
        /** All events. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null);

        /** Those between two sides, whoever acts, are asked for by two such filters. */
        public Filter between(String one, String other) {
            return new Filter(type, one, other, country, since, until, outlet, status, confidence);
        }
    }

    /** A stretch of time, its first day and how many events of a type there are in it. */
    public record Count(LocalDate from, String type, long count) {}

    /** A value of a facet: what to ask for, what it is called, how many events have it. */
    public record Value(String value, String name, long count) {}

    EventSearch(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static Where where(Filter f) {
        return new Where()
                .and("s.copy_of IS NULL AND s.replaced_by IS NULL")
                .and("e.type = ?", f.type())
                .and("e.id IN (SELECT event FROM event_parties WHERE role = 'actor' AND side = ?)", f.actor())
                .and("e.id IN (SELECT event FROM event_parties WHERE role = 'recipient' AND side = ?)", f.recipient())
                .and("e.country = ?", f.country())
                .and("e.date >= ?", f.since())
                .and("e.date <= ?", f.until())
                .and("list_contains(w.outlets, ?)", f.outlet())
                .and(STATUS + " = ?", f.status())
                .and("e.confidence >= ?", f.confidence());
    }

    /** One page of the events that fit, newest first. */
    public List<EventView> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        return of(Rows.list(
                database,
                "SELECT e.id FROM events e JOIN stories s ON s.id = e.story" + Queries.JOIN + where.sql()
                        + " ORDER BY e.date DESC NULLS LAST, e.id LIMIT ? OFFSET ?",
                r -> r.getString(1),
                where.values(limit, offset)));
    }

    /** Events by their ids, in that order; unknown ids are left out. */
    public List<EventView> of(List<String> ids) {
        return new Records(database, shared).events(ids);
    }

    /** How many events fit. */
    public long count(Filter filter) {
        return filter.equals(Filter.ALL) ? shared.once("events", () -> counted(filter)) : counted(filter);
    }

    private long counted(Filter filter) {
        Where where = where(filter);
        return Rows.count(
                database,
                "SELECT count(*) FROM events e JOIN stories s ON s.id = e.story" + Queries.JOIN + where.sql(),
                where.values());
    }

    /** The commonest values of type, actor, recipient, country, outlet and status among the events that fit. */
    public Map<String, List<Value>> facets(Filter filter) {
        return filter.equals(Filter.ALL) ? shared.once("facets", () -> commonest(filter)) : commonest(filter);
    }

    private Map<String, List<Value>> commonest(Filter filter) {
        Where where = where(filter);
        String sql = "WITH f AS MATERIALIZED (" + FITTING + where.sql()
                + "), x AS (SELECT 'type' AS facet, type AS value, count(*) AS n FROM f GROUP BY 2"
                + " UNION ALL SELECT x.role, x.side, count(DISTINCT f.id) FROM f JOIN event_parties x ON x.event = f.id GROUP BY ALL"
                + " UNION ALL SELECT 'country', country, count(*) FROM f WHERE country IS NOT NULL GROUP BY 2"
                + " UNION ALL SELECT 'outlet', outlet, count(*) FROM (SELECT unnest(outlets) AS outlet FROM f) GROUP BY 2"
                + " UNION ALL SELECT 'status', status, count(*) FROM f GROUP BY 2)"
                + " SELECT x.facet, x.value, x.n FROM x"
                + " QUALIFY row_number() OVER (PARTITION BY x.facet ORDER BY x.n DESC, x.value) <= CASE x.facet WHEN 'type' THEN 16 ELSE "
                + FACETS + " END ORDER BY x.facet, x.n DESC, x.value";
        Map<String, List<Value>> out = new LinkedHashMap<>();
        for (String facet : List.of("type", "actor", "recipient", "country", "status", "outlet")) {
            out.put(facet, new ArrayList<>());
        }
        Heads heads = new Records(database, shared).heads();
        Rows.list(
                database,
                sql,
                r -> out.computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(new Value(
                                r.getString(2),
                                List.of("actor", "recipient").contains(r.getString(1))
                                        ? heads.party(r.getString(2))
                                        : r.getString(2),
                                r.getLong(3))),
                where.values());
        return out;
    }

    /** First and last day of the events that fit; null when there are none with a day. */
    public @Nullable Span span(Filter filter) {
        Where where = where(filter);
        List<Span> found = Rows.list(
                database,
                "SELECT min(e.date), max(e.date) FROM events e JOIN stories s ON s.id = e.story" + Queries.JOIN
                        + where.sql(),
                r -> {
                    LocalDate first = Derivation.day(r, 1);
                    LocalDate last = Derivation.day(r, 2);
                    return first == null || last == null
                            ? new Span(LocalDate.EPOCH, LocalDate.EPOCH)
                            : new Span(first, last);
                },
                where.values());
        Span span = found.get(0);
        return span.last().equals(LocalDate.EPOCH) ? null : span;
    }

    /** Two days, both included. */
    public record Span(LocalDate first, LocalDate last) {}

    /** How long the stretches are in which events are counted. */
    public enum Step {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** Events that fit, counted by stretch of time and type, oldest first. Negated and hypothetical ones are left out. */
    public List<Count> overTime(Filter filter, Step step) {
        return filter.equals(Filter.ALL)
                ? shared.once("over time " + step, () -> counted(filter, step))
                : counted(filter, step);
    }

    private List<Count> counted(Filter filter, Step step) {
        Where where = where(filter).and("e.date IS NOT NULL AND NOT e.negated AND NOT e.hypothetical");
        return Rows.list(
                database,
                "SELECT date_trunc('" + step.name().toLowerCase(java.util.Locale.ROOT)
                        + "', e.date)::DATE, e.type, count(*) FROM events e JOIN stories s ON s.id = e.story"
                        + Queries.JOIN + where.sql() + " GROUP BY 1, 2 ORDER BY 1, 2",
                r -> new Count(java.util.Objects.requireNonNull(Derivation.day(r, 1)), r.getString(2), r.getLong(3)),
                where.values());
    }

    /** Countries with events, for the map: how many in each. */
    public List<Facet> countries(Filter filter) {
        Where where = where(filter).and("e.country IS NOT NULL");
        return Rows.list(
                database,
                "SELECT e.country, count(*) FROM events e JOIN stories s ON s.id = e.story" + Queries.JOIN + where.sql()
                        + " GROUP BY 1 ORDER BY 2 DESC, 1",
                r -> new Facet(r.getString(1), r.getLong(2)),
                where.values());
    }
}
