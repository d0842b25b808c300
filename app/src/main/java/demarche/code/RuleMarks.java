package demarche.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where the keys of a rule file stand, for messages.
 *
 * @param label the file's name
 * @param rules one map a list item: key to "line:column", "" for the item itself
 */
record RuleMarks(String label, List<Map<String, String>> rules) {
    static RuleMarks of(String label, String content) {
        List<Map<String, String>> out = new ArrayList<>();
        Node root = new Compose(LoadSettings.builder().setLabel(label).build())
                .composeString(content)
                .orElse(null);
        if (root instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                Map<String, String> marks = new HashMap<>();
                marks.put("", place(item));
                if (item instanceof MappingNode map) {
                    for (NodeTuple entry : map.getValue()) {
                        if (entry.getKeyNode() instanceof ScalarNode key) {
                            marks.put(key.getValue(), place(key));
                        }
                    }
                }
                out.add(marks);
            }
        }
        return new RuleMarks(label, out);
    }

    private static String place(Node node) {
        return node.getStartMark().map(RuleMarks::place).orElse("1:1");
    }

    static String place(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** File, line and column of a rule's key; of the rule when it has no such key. */
    String of(int rule, String key) {
        Map<String, String> marks = rule < rules.size() ? rules.get(rule) : Map.of();
        return label + ":" + marks.getOrDefault(key, marks.getOrDefault("", "1:1"));
    }

    /** File and line of a rule. */
    String line(int rule) {
        return of(rule, "").replaceFirst(":\\d+$", "");
    }
}
