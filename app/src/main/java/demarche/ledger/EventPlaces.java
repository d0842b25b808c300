package demarche.ledger;

import demarche.ledger.Views.EventView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events by country and by place. */
public final class EventPlaces {
    private static final String FROM = " FROM events e ";

    private final Database database;
    private final Shared shared;

    /**
     * What took place in a country.
     *
     * @param country ISO 3166-1 alpha-3
     * @param first day of its first event; null when none is dated
     */
    public record CountryCount(
            String country,
            String name,
            long events,
            long cooperation,
            long conflict,
            long stories,
            @Nullable String first,
            @Nullable String last) {}

    /** What took place at a point; {@code name} is the one used most. Degrees. */
    public record PlaceCount(
            String name,
            @Nullable String country,
            double lat,
            double lon,
            long events,
            long cooperation,
            long conflict) {}

    EventPlaces(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    /** Countries with events, most first. */
    public List<CountryCount> countries(EventScope scope) {
        return scope.kept(shared, "countries", () -> readCountries(scope));
    }

    private List<CountryCount> readCountries(EventScope scope) {
        Where where = scope.where().and("e.country IS NOT NULL");
        return Rows.list(
                database,
                "SELECT e.country, " + EventScope.counts() + ", count(DISTINCT e.story), min(e.date), max(e.date)"
                        + FROM + where.sql() + " GROUP BY 1 ORDER BY 2 DESC, 1",
                r -> new CountryCount(
                        r.getString(1),
                        StateNames.of(r.getString(1).toLowerCase(Locale.ROOT)),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        Queries.date(r, 6),
                        Queries.date(r, 7)),
                where.values());
    }

    /** Points with most events, most first. */
    public List<PlaceCount> points(EventScope scope, int limit) {
        return scope.kept(shared, "points " + limit, () -> readPoints(scope, limit));
    }

    private List<PlaceCount> readPoints(EventScope scope, int limit) {
        Where where = scope.where().and("e.lat IS NOT NULL AND e.lon IS NOT NULL");
        return Rows.list(
                database,
                "SELECT coalesce(mode(e.place), '?'), mode(e.country), round(e.lat, 2), round(e.lon, 2), "
                        + EventScope.counts() + FROM + where.sql() + " GROUP BY 3, 4 ORDER BY 5 DESC, 3, 4 LIMIT ?",
                r -> new PlaceCount(
                        r.getString(1),
                        r.getString(2),
                        r.getDouble(3),
                        r.getDouble(4),
                        r.getLong(5),
                        r.getLong(6),
                        r.getLong(7)),
                where.values(limit));
    }

    /** How many events have no country. */
    public long unplaced(EventScope scope) {
        return scope.kept(shared, "unplaced", () -> readUnplaced(scope));
    }

    private long readUnplaced(EventScope scope) {
        Where where = scope.where().and("e.country IS NULL");
        return Rows.count(database, "SELECT count(*)" + FROM + where.sql(), where.values());
    }

    /** Events in a country, newest first. */
    public List<EventView> in(String country, EventScope scope, int limit) {
        Where where = scope.where().and("e.country = ?", country);
        return new Records(database, shared)
                .events(Rows.list(
                        database,
                        "SELECT e.id" + FROM + where.sql() + " ORDER BY e.date DESC NULLS LAST, e.id LIMIT ?",
                        r -> r.getString(1),
                        where.values(limit)));
    }
}
