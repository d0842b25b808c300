package demarche.bench;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** Two runs side by side: every number that both have, and the ratio of the later to the earlier. */
final class Comparison {
    private Comparison() {}

    static void print(JsonNode earlier, JsonNode later, PrintStream out) {
        out.printf("%n%-60s %14s %14s %7s%n", "", "earlier", "now", "ratio");
        walk("", earlier, later, out);
    }

    private static void walk(String name, JsonNode earlier, JsonNode later, PrintStream out) {
        if (earlier.isNumber() && later.isNumber()) {
            double before = earlier.asDouble();
            double now = later.asDouble();
            out.printf("%-60s %14.3f %14.3f %7.2f%n", name, before, now, before == 0 ? Double.NaN : now / before);
        }
        for (String key : earlier.propertyNames()) {
            if (later.has(key)) {
                walk(name.isEmpty() ? key : name + "." + key, earlier.get(key), later.get(key), out);
            }
        }
    }
}
