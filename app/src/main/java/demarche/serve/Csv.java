package demarche.serve;

import demarche.ledger.BoundedSql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as CSV (RFC 4180), the columns named as in the JSON form; a record within a record gives columns with a full stop,
 * a list one cell with semicolons. Text that a spreadsheet would run as a formula has an apostrophe before it.
 */
final class Csv {
    private Csv() {}

    static String of(Answer.Table table) {
        StringBuilder out = new StringBuilder();
        List<String> names = new ArrayList<>();
        names(table.kind(), "", names);
        line(names, out);
        for (Record row : table.rows()) {
            List<String> cells = new ArrayList<>();
            cells(table.kind(), row, cells);
            line(cells, out);
        }
        return out.toString();
    }

    static String of(BoundedSql.Answer table) {
        StringBuilder out = new StringBuilder();
        line(table.columns(), out);
        table.rows().forEach(row -> line(row.stream().map(Csv::cell).toList(), out));
        return out.toString();
    }

    private static void line(List<String> cells, StringBuilder out) {
        out.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean nested(RecordComponent c) {
        return c.getType().isRecord();
    }

    private static void names(Class<?> kind, String before, List<String> out) {
        for (RecordComponent c : kind.getRecordComponents()) {
            if (nested(c)) {
                names(c.getType(), before + c.getName() + ".", out);
            } else {
                out.add(before + c.getName());
            }
        }
    }

    private static void cells(Class<?> kind, @Nullable Object row, List<String> out) {
        for (RecordComponent c : kind.getRecordComponents()) {
            Object value = row == null ? null : value(c, row);
            if (nested(c)) {
                cells(c.getType(), value, out);
            } else {
                out.add(cell(value));
            }
        }
    }

    private static @Nullable Object value(RecordComponent c, Object row) {
        try {
            return c.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(c.getName() + " cannot be read from " + row.getClass(), e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Csv::item).collect(Collectors.joining("; "));
        }
        String text = value.toString();
        return value instanceof String && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    /** A list's item; a record shows its first component that is no id. */
    private static String item(@Nullable Object item) {
        if (item instanceof Record record) {
            for (RecordComponent c : record.getClass().getRecordComponents()) {
                if (c.getName().equals("name")) {
                    return String.valueOf(value(c, record));
                }
            }
        }
        return String.valueOf(item);
    }
}
