package demarche.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a question, gathered one by one with what they compare to. */
final class Where {
    private final StringBuilder sql = new StringBuilder("WHERE true");
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a condition, unless what it compares to is null; the same value is given to each of its question marks. */
    Where and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            condition.chars().filter(c -> c == '?').forEach(c -> values.add(value));
        }
        return this;
    }

    /** Adds a condition that compares to nothing. */
    Where and(String condition) {
        sql.append(" AND ").append(condition);
        return this;
    }

    /** Asks that each word of a text be held by what {@code condition} tests with ILIKE. */
    Where words(String condition, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            for (String word : text.strip().split("\\s+")) {
                and(
                        condition,
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            }
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    /** The conditions alone, each with AND before it, for a question that has a WHERE already. */
    String more() {
        return sql.substring("WHERE true".length());
    }

    /** The values to compare to, then {@code more}. */
    @Nullable
    Object[] values(@Nullable Object... more) {
        List<@Nullable Object> out = new ArrayList<>(values);
        out.addAll(List.of(more));
        return out.toArray();
    }
}
