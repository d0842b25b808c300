package demarche.serve;

import demarche.ledger.BoundedSql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page has to show.
 *
 * @param template the template's file
 * @param title of the browser's window
 * @param model the template's parameter {@code model}, and the JSON form
 * @param table what the CSV form holds; null when there is none
 * @param status HTTP's, when it is shown as HTML
 */
record Answer(
        String template,
        String title,
        Object model,
        @Nullable Sheet table,
        int status) {
    /** What a CSV form holds. */
    interface Sheet {
        String csv();
    }

    /** Rows of one kind; the columns are the names of its components. */
    record Table(Class<? extends Record> kind, List<? extends Record> rows) implements Sheet {
        @Override
        public String csv() {
            return Csv.of(this);
        }
    }

    static Answer of(String template, String title, Object model) {
        return new Answer(template, title, model, null, 200);
    }

    <R extends Record> Answer table(Class<R> kind, List<R> rows) {
        return new Answer(template, title, model, new Table(kind, rows), status);
    }

    /** The rows that a question in SQL was answered with. */
    Answer table(BoundedSql.Answer rows) {
        return new Answer(template, title, model, () -> Csv.of(rows), status);
    }

    Answer status(int code) {
        return new Answer(template, title, model, table, code);
    }
}
