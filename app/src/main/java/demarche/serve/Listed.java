package demarche.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total how many items fit in all
 * @param limit how many were asked for
 * @param offset how many come before the first of these
 * @param next address of the part after this one, without the server's name; null when this is the last
 */
public record Listed<T>(
        List<T> items,
        long total,
        int limit,
        int offset,
        @Nullable String next) {
    /** Which page this is, from 1. */
    public int page() {
        return offset / limit + 1;
    }

    /** How many pages there are; at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + limit - 1) / limit);
    }
}
