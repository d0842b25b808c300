package demarche.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions over a connection of their own, so that several can be asked at once and beside a writer. Not thread-safe. */
public final class Reader implements AutoCloseable {
    private final Database database;
    private final Shared shared;

    Reader(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    /** The questions that commands ask too. */
    public Queries queries() {
        return new Queries(database);
    }

    /** Disputes as a list, and what surrounds one. */
    public DisputeList disputes() {
        return new DisputeList(database, shared);
    }

    /** Stories as a list, and what surrounds one. */
    public StoryList stories() {
        return new StoryList(database, shared);
    }

    /** Parties as a list, and what is known of one. */
    public PartyList parties() {
        return new PartyList(database, shared);
    }

    /** Issues as a list, and what is held about one. */
    public IssueList issues() {
        return new IssueList(database, shared);
    }

    /** Events that fit, with facets and counts over time. */
    public EventSearch events() {
        return new EventSearch(database, shared);
    }

    /** The ledger as a whole. */
    public Contents contents() {
        return new Contents(database, shared);
    }

    /** The log of corrections. */
    public Corrections corrections() {
        return new Corrections(database);
    }

    /** How much is in the ledger. */
    public Views.Counts counts() {
        return shared.once("counts", () -> queries().counts());
    }

    /** The ledger's last day; null when no story has a date. */
    public @Nullable LocalDate newest() {
        return shared.once("newest", () -> Optional.ofNullable(queries().newest()))
                .orElse(null);
    }

    /** Shifts, the newest first. */
    public List<Views.ShiftView> shifts(int limit) {
        return shared.once(
                "shifts " + limit,
                () -> new Records(database, shared).shifts("true", "ORDER BY date DESC, id LIMIT ?", limit));
    }

    /** Shifts as a list. */
    public ShiftList shifts() {
        return new ShiftList(database, shared);
    }

    /** Positions as a list. */
    public PositionList positions() {
        return new PositionList(database, shared);
    }

    /** Statements as a list. */
    public StatementList statements() {
        return new StatementList(database, shared);
    }

    /** Where events took place. */
    public EventPlaces places() {
        return new EventPlaces(database, shared);
    }

    /** Who acts on whom. */
    public Dyads dyads() {
        return new Dyads(database, shared);
    }

    /** Users' own SQL, within bounds. */
    public BoundedSql sql() {
        return new BoundedSql(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
