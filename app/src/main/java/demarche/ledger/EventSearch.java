package demarche.ledger;

import demarche.ledger.Views.EventView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events that fit, page by page, with what they have in common and how many there are over time. */
public final class EventSearch {
    private static final int FACETS = 8;
    private static final String STATUS =
            "CASE WHEN e.negated THEN 'negated' WHEN e.hypothetical THEN 'hypothetical' WHEN e.future THEN 'future'"
                    + " WHEN e.historical THEN 'historical' ELSE 'actual' END";
    /** Stories are joined for their outlets only; those that do not count are left out beforehand, which is cheaper. */
    private static final String OUTLETS = " LEFT JOIN story_outlets w ON w.story = e.story ";

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

    /**
     * What the events that fit have in common.
     *
     * @param span from when to when; null when none has a day
     * @param facets the commonest values of type, actor, recipient, country, status and outlet
     * @param days how many there were of each type on each day, oldest first; negated and hypothetical ones are left out
     */
    public record Summary(long count, @Nullable Span span, Map<String, List<Value>> facets, List<Count> days) {
        /** From when to when all but one in a hundred took place: stories name far days too. Null when none has a day. */
        public @Nullable Span core() {
            long all = days.stream().mapToLong(Count::count).sum();
            LocalDate first = null;
            LocalDate last = null;
            long before = 0;
            for (Count c : days) {
                if (before + c.count() > all / 200 && first == null) {
                    first = c.from();
                }
                before += c.count();
                if (before >= all - all / 200 && last == null) {
                    last = c.from();
                }
            }
            return first == null || last == null ? span : new Span(first, last);
        }

        /** The days gathered into stretches. */
        public List<Count> overTime(Step step) {
            Map<LocalDate, Map<String, Long>> out = new TreeMap<>();
            for (Count c : days) {
                out.computeIfAbsent(step.start(c.from()), k -> new TreeMap<>()).merge(c.type(), c.count(), Long::sum);
            }
            return out.entrySet().stream()
                    .flatMap(s ->
                            s.getValue().entrySet().stream().map(t -> new Count(s.getKey(), t.getKey(), t.getValue())))
                    .toList();
        }
    }

    /** A value of a facet: what to ask for, what it is called, how many events have it. */
    public record Value(String value, String name, long count) {}

    EventSearch(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static Where where(Filter f) {
        return new Where()
                .and("e." + Records.COUNTS)
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
                "SELECT e.id FROM events e" + joined(filter) + where.sql()
                        + " ORDER BY e.date DESC NULLS LAST, e.id LIMIT ? OFFSET ?",
                r -> r.getString(1),
                where.values(limit, offset)));
    }

    /** Events by their ids, in that order; unknown ids are left out. */
    public List<EventView> of(List<String> ids) {
        return new Records(database, shared).events(ids);
    }

    private static String joined(Filter filter) {
        return filter.outlet() == null ? " " : OUTLETS;
    }

    /** What the events that fit have in common; one question, because each costs a scan. */
    public Summary summary(Filter filter) {
        return filter.equals(Filter.ALL) ? shared.once("event summary", () -> read(filter)) : read(filter);
    }

    private Summary read(Filter filter) {
        Where where = where(filter);
        String sql = "WITH f AS MATERIALIZED (SELECT e.id, e.date, e.type, e.country, w.outlets, " + STATUS
                + " AS status FROM events e" + OUTLETS + where.sql()
                + "), x AS (SELECT 'type' AS facet, type AS value, count(*) AS n FROM f GROUP BY 2"
                + " UNION ALL SELECT x.role, x.side, count(DISTINCT f.id) FROM f JOIN event_parties x ON x.event = f.id GROUP BY ALL"
                + " UNION ALL SELECT 'country', country, count(*) FROM f WHERE country IS NOT NULL GROUP BY 2"
                + " UNION ALL SELECT 'outlet', outlet, count(*) FROM (SELECT unnest(outlets) AS outlet FROM f) GROUP BY 2"
                + " UNION ALL SELECT 'status', status, count(*) FROM f GROUP BY 2), kept AS (SELECT x.facet, x.value, x.n FROM x"
                + " QUALIFY row_number() OVER (PARTITION BY x.facet ORDER BY x.n DESC, x.value) <= CASE x.facet WHEN 'type' THEN 16 ELSE "
                + FACETS + " END)"
                + " SELECT facet, value, n, NULL FROM kept UNION ALL SELECT 'days', type, count(*), date FROM f"
                + " WHERE date IS NOT NULL AND status NOT IN ('negated', 'hypothetical') GROUP BY type, date"
                + " UNION ALL SELECT 'all', NULL, count(*), min(date) FROM f UNION ALL SELECT 'last', NULL, 0, max(date) FROM f"
                + " ORDER BY 1, 4, 3 DESC, 2";
        return new Gathered(new Records(database, shared).heads())
                .of(Rows.list(
                        database,
                        sql,
                        r -> new Cell(r.getString(1), r.getString(2), r.getLong(3), Derivation.day(r, 4)),
                        where.values()));
    }

    /** A row of the question for a summary. */
    private record Cell(
            String what,
            @Nullable String value,
            long count,
            @Nullable LocalDate day) {}

    /** Puts a summary together from its rows. */
    private static final class Gathered {
        private final Heads heads;
        private final Map<String, List<Value>> facets = new LinkedHashMap<>();
        private final List<Count> days = new ArrayList<>();
        private long count;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        Gathered(Heads heads) {
            this.heads = heads;
            for (String facet : List.of("type", "actor", "recipient", "country", "status", "outlet")) {
                facets.put(facet, new ArrayList<>());
            }
        }

        Summary of(List<Cell> cells) {
            cells.forEach(this::take);
            return new Summary(count, first == null || last == null ? null : new Span(first, last), facets, days);
        }

        private void take(Cell c) {
            String value = String.valueOf(c.value());
            switch (c.what()) {
                case "all" -> {
                    count = c.count();
                    first = c.day();
                }
                case "last" -> last = c.day();
                case "days" -> days.add(new Count(java.util.Objects.requireNonNull(c.day()), value, c.count()));
                case "actor", "recipient" -> facet(c.what()).add(new Value(value, heads.party(value), c.count()));
                default -> facet(c.what()).add(new Value(value, value, c.count()));
            }
        }

        private List<Value> facet(String name) {
            return facets.computeIfAbsent(name, k -> new ArrayList<>());
        }
    }

    /** Two days, both included. */
    public record Span(LocalDate first, LocalDate last) {}

    /** How long the stretches are in which events are counted. */
    public enum Step {
        DAY,
        WEEK,
        MONTH,
        YEAR;

        /** The first day of the stretch that a day lies in. */
        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }
    }
}
