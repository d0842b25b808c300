package demarche.serve;

import demarche.ledger.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something programs can ask through the Model Context Protocol.
 *
 * @param arguments JSON Schemas by name
 * @param needed names of those that must be given
 */
record Tool(String name, String title, String says, Map<String, Object> arguments, List<String> needed, Work work) {
    /** What a tool does; its answer is written as JSON. */
    interface Work {
        Object answer(Arguments arguments, Reader reader);
    }

    /** The JSON Schema of all arguments together. */
    Map<String, Object> schema() {
        return Map.of("type", "object", "properties", arguments, "required", needed, "additionalProperties", false);
    }

    static Map.Entry<String, Object> text(String name, String says) {
        return Map.entry(name, Map.of("type", "string", "description", says));
    }

    static Map.Entry<String, Object> word(String name, String says, List<String> words) {
        return Map.entry(name, Map.of("type", "string", "description", says, "enum", words));
    }

    static Map.Entry<String, Object> number(String name, String says, int otherwise, int most) {
        return Map.entry(
                name,
                Map.of("type", "integer", "description", says, "default", otherwise, "minimum", 0, "maximum", most));
    }

    @SafeVarargs
    static Map<String, Object> arguments(Map.Entry<String, Object>... all) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Map.Entry<String, Object> argument : all) {
            out.put(argument.getKey(), argument.getValue());
        }
        return out;
    }
}
