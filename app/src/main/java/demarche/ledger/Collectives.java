package demarche.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of people that stories only describe ("its creditor banks"): the last word of a description, and the side it tells. */
final class Collectives {
    /** In the order of the list: earlier words win. */
    static final Map<String, String> SIDES = sides();

    private Collectives() {}

    private static Map<String, String> sides() {
        Map<String, String> out = new LinkedHashMap<>();
        for (String text : ResourceLines.read("collectives.txt")) {
            String[] words = text.split("[ =]+");
            out.put(words[0], words[words.length - 1]);
        }
        return out;
    }

    /** Whether a side is such a body. */
    static boolean has(String side) {
        return SIDES.containsKey(side);
    }
}
