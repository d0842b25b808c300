package demarche.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page has to show.
 *
 * @param template the template's file
 * @param title of the browser's window
 * @param model the template's parameter {@code model}, and the JSON form
 * @param table what the CSV form holds; null when there is none
 */
record Answer(
        String template,
        String title,
        Object model,
        @Nullable Table table) {
    /** Rows of one kind; the columns are the names of its components. */
    record Table(Class<? extends Record> kind, List<? extends Record> rows) {}

    static Answer of(String template, String title, Object model) {
        return new Answer(template, title, model, null);
    }

    <R extends Record> Answer table(Class<R> kind, List<R> rows) {
        return new Answer(template, title, model, new Table(kind, rows));
    }
}
