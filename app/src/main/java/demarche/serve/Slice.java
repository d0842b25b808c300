package demarche.serve;

import java.util.List;

/** Which part of a list: {@code page} counts from 1. */
record Slice(int page, int size) {
    int offset() {
        return (page - 1) * size;
    }

    <T> Listed<T> of(List<T> items, long total) {
        return new Listed<>(items, total, page, size);
    }
}
