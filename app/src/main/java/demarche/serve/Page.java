package demarche.serve;

import org.jspecify.annotations.Nullable;

/**
 * A page with an address. What it answers is shown as HTML; the same is there as JSON under its address with ".json" and, where
 * it holds a table, as CSV with ".csv". New pages are listed in {@link Pages}.
 */
interface Page {
    /** Its address, with an id in braces last if it has one: {@code /disputes/{id}}. */
    String path();

    /** What the navigation calls it; null leaves it out there. */
    default @Nullable String nav() {
        return null;
    }

    /** Whether it answers the same as long as the ledger does not change, so that its answers may be kept. */
    default boolean lasting() {
        return true;
    }

    /**
     * What there is to show.
     *
     * @throws NotFound when nothing has the id that was asked for
     * @throws demarche.story.InputException when a parameter is wrong; its message says what and how to put it right
     */
    Answer answer(Ask ask);
}
