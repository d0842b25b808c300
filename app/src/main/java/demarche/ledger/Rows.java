package demarche.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question in SQL and its answer's rows as records. */
final class Rows {
    private Rows() {}

    /** Makes a record of the row a result stands on. */
    interface Row<T> {
        T of(ResultSet r) throws SQLException;
    }

    static <T> List<T> list(Database database, String sql, Row<T> row, @Nullable Object... parameters) {
        return database.run(c -> {
            List<T> out = new ArrayList<>();
            try (PreparedStatement p = c.prepareStatement(sql)) {
                RowWriter.bind(p, parameters);
                try (ResultSet r = p.executeQuery()) {
                    while (r.next()) {
                        out.add(row.of(r));
                    }
                }
            }
            return out;
        });
    }

    /** The first column of the only row, a count. */
    static long count(Database database, String sql, @Nullable Object... parameters) {
        return list(database, sql, r -> r.getLong(1), parameters).get(0);
    }
}
