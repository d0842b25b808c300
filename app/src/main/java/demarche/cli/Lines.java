package demarche.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints a list for machines, one JSON object a line, or for people. */
final class Lines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    /** How one item reads for people. */
    interface Text<T> {
        void print(T item, PrintWriter out);
    }

    private Lines() {}

    static <T> void print(PrintWriter out, LedgerOptions.Format format, List<T> items, Text<T> text, String none) {
        for (T item : items) {
            if (format == LedgerOptions.Format.JSONL) {
                out.println(json(item));
            } else {
                text.print(item, out);
            }
        }
        if (items.isEmpty() && format == LedgerOptions.Format.TEXT) {
            out.println(none);
        }
        out.flush();
    }

    static ObjectNode tree(Object item) {
        return JSON.valueToTree(item);
    }

    static String json(Object item) {
        return JSON.writeValueAsString(item);
    }
}
