package demarche.serve;

import java.util.List;

/** One page of a list: {@code total} counts all items that fit, {@code page} from 1. */
public record Listed<T>(List<T> items, long total, int page, int size) {
    /** How many pages there are; at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
