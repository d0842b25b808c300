package demarche.ledger;

import demarche.ledger.Views.StatementView;
import java.util.List;

/** Statements that hold some words, newest first. */
public final class StatementList {
    private final Database database;

    StatementList(Database database) {
        this.database = database;
    }

    /** Statements whose sentence or speaker's name holds all the words. */
    public List<StatementView> find(String words, int limit) {
        Where where = new Where().words("(t.sentence ILIKE ? ESCAPE '\\' OR n.name ILIKE ? ESCAPE '\\')", words);
        return Rows.list(
                database,
                Queries.STATEMENT + where.more() + " ORDER BY t.date DESC NULLS LAST, t.id LIMIT ?",
                Queries::statement,
                where.values(limit));
    }
}
