package demarche.serve;

import java.util.List;

/**
 * Which part of a list.
 *
 * @param address of the list with all that was asked of it but the part, ends so that {@code limit=…} can follow
 */
record Slice(int offset, int limit, String address) {
    <T> Listed<T> of(List<T> items, long total) {
        int following = offset + items.size();
        boolean more = !items.isEmpty() && following < total;
        return new Listed<>(
                items, total, limit, offset, more ? address + "limit=" + limit + "&offset=" + following : null);
    }

    int size() {
        return limit;
    }

    /** Which page this is, from 1. */
    int page() {
        return offset / limit + 1;
    }
}
