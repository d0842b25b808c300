package demarche.ledger;

/** Questions over a connection of their own, so that several can be asked at once and beside a writer. Not thread-safe. */
public final class Reader implements AutoCloseable {
    private final Database database;

    Reader(Database database) {
        this.database = database;
    }

    /** The questions that commands ask too. */
    public Queries queries() {
        return new Queries(database);
    }

    /** Disputes as a list, and what surrounds one. */
    public DisputeList disputes() {
        return new DisputeList(database);
    }

    /** Stories as a list, and what surrounds one. */
    public StoryList stories() {
        return new StoryList(database);
    }

    /** Parties as a list, and what is known of one. */
    public PartyList parties() {
        return new PartyList(database);
    }

    /** Issues as a list, and what is held about one. */
    public IssueList issues() {
        return new IssueList(database);
    }

    /** Events that fit, with facets and counts over time. */
    public EventSearch events() {
        return new EventSearch(database);
    }

    /** The ledger as a whole. */
    public Contents contents() {
        return new Contents(database);
    }

    /** The log of corrections. */
    public Corrections corrections() {
        return new Corrections(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
