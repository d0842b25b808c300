package demarche.ledger;

import demarche.ledger.Views.StatementView;
import java.util.List;

/** Statements that hold some words, newest first. */
public final class StatementList {
    private final Database database;
    private final Shared shared;

    StatementList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    /** Statements whose sentence or speaker's name holds all the words. */
    public List<StatementView> find(String words, int limit) {
        Where where = new Where()
                .words(
                        "(sentence ILIKE ? ESCAPE '\\' OR speaker IN (SELECT id FROM parties WHERE name ILIKE ? ESCAPE '\\'))",
                        words);
        return new Records(database, shared)
                .statements("true" + where.more(), "ORDER BY date DESC NULLS LAST, id LIMIT ?", where.values(limit));
    }
}
