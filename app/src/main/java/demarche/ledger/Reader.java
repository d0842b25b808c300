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

    @Override
    public void close() {
        database.close();
    }
}
