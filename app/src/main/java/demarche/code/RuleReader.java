package demarche.code;

import demarche.story.EventType;
import demarche.story.Position;
import demarche.story.Stance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the YAML of a rule file into rules; gathers every fault with file and line instead of stopping at the first. */
final class RuleReader {
    static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "rule",
            "event",
            "mode",
            "cameo",
            "contexts",
            "stance",
            "strength",
            "says",
            "source",
            "predicates",
            "takes",
            "object",
            "not-object",
            "subject",
            "not-subject",
            "only",
            "frame",
            "actor",
            "recipient",
            "issue",
            "reciprocal",
            "absorbs",
            "cooperative",
            "unless",
            "examples"));
    private static final Set<EventType> MATERIAL = Set.of(
            EventType.COOPERATE,
            EventType.AID,
            EventType.RETREAT,
            EventType.PROTEST,
            EventType.SANCTION,
            EventType.MOBILIZE,
            EventType.COERCE,
            EventType.ASSAULT);
    private static final List<String> RECIPIENT = List.of(
            "indirect-object",
            "object",
            "against",
            "with",
            "to",
            "at",
            "on",
            "for",
            "complement-subject",
            "complement-object");
    private static final List<String> ISSUE = List.of("complement", "object", "for", "on", "about", "over", "to", "of");

    private final Map<String, Set<String>> classes;
    private final List<String> faults;
    private final Set<String> names = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private RuleMarks marks = new RuleMarks("", List.of());
    private int number;

    RuleReader(Map<String, Set<String>> classes, List<String> faults) {
        this.classes = classes;
        this.faults = faults;
    }

    /** Classes of words that a rule read so far names. */
    Set<String> usedClasses() {
        return used;
    }

    List<Rule> rules(String label, Object document, String source) {
        List<Rule> out = new ArrayList<>();
        if (!(document instanceof List<?> list)) {
            faults.add(label + ":1:1: a rule file is a list. Begin each rule with \"- rule: name\".");
            return out;
        }
        marks = RuleMarks.of(label, source);
        List<String> lines = source.lines().toList();
        for (number = 0; number < list.size(); number++) {
            if (list.get(number) instanceof Map<?, ?> map) {
                Rule rule = rule(map, String.valueOf(map.get("rule")), marks.line(number), lines);
                if (rule != null) {
                    out.add(rule);
                }
            } else {
                fault("", "\"" + list.get(number) + "\" is no rule. Begin each rule with \"- rule: name\"");
            }
        }
        return out;
    }

    private static int lineOf(List<String> lines, String needle) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(needle)) {
                return i;
            }
        }
        return 0;
    }

    private @Nullable Rule rule(Map<?, ?> map, String name, String place, List<String> lines) {
        int before = faults.size();
        for (Object key : map.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                fault(
                        String.valueOf(key),
                        "unknown key \"" + key + "\"" + Spelling.hint(String.valueOf(key), KEYS) + ". Keys here: "
                                + String.join(", ", KEYS));
            }
        }
        if (!map.containsKey("rule")) {
            fault("", "a rule without a name. Begin it with \"- rule: name\"");
        } else if (!names.add(name)) {
            fault("rule", "a second rule named " + name + ". Choose another name");
        }
        EventType event = constant(EventType.class, map, "event");
        Stance stance = constant(Stance.class, map, "stance");
        if (event == null && stance == null) {
            fault("", "rule " + name + " codes nothing. Add \"event:\" or \"stance:\"");
        }
        List<Predicate> predicates = predicates(map, name);
        Position.Strength strength = constant(Position.Strength.class, map, "strength");
        if (faults.size() > before) {
            return null;
        }
        return new Rule(
                name,
                place,
                event,
                text(map, "mode"),
                text(map, "cameo"),
                CodebookLoader.strings(map.get("contexts")),
                stance,
                strength == null ? Position.Strength.PLAIN : strength,
                String.valueOf(map.get("says")),
                String.valueOf(map.get("source")),
                predicates,
                Set.copyOf(CodebookLoader.strings(map.get("takes"))),
                lemmas(map, "object"),
                lemmas(map, "not-object"),
                map.get("actor") == null ? "subject" : String.valueOf(map.get("actor")),
                orElse(CodebookLoader.strings(map.get("recipient")), RECIPIENT),
                orElse(CodebookLoader.strings(map.get("issue")), ISSUE),
                yes(map.get("reciprocal"), false),
                yes(map.get("absorbs"), event == null || !MATERIAL.contains(event)),
                map.get("cooperative") == null ? null : (Boolean) yes(map.get("cooperative"), false),
                lemmas(map, "unless"),
                new Rule.Demands(lemmas(map, "subject"), lemmas(map, "not-subject"), only(map), text(map, "frame")),
                examples(map.get("examples"), lines));
    }

    private List<Predicate> predicates(Map<?, ?> map, String name) {
        List<Predicate> out = new ArrayList<>();
        for (String text : CodebookLoader.strings(map.get("predicates"))) {
            try {
                out.add(Predicate.parse(text));
            } catch (IllegalArgumentException e) {
                fault("predicates", String.valueOf(e.getMessage()));
            }
        }
        if (out.isEmpty()) {
            fault("predicates", "rule " + name + " has no predicates. Add \"predicates: [lemma, …]\"");
        }
        return out;
    }

    private @Nullable String only(Map<?, ?> map) {
        String only = text(map, "only");
        if (only != null && !Set.of("negated", "could", "possible").contains(only)) {
            fault("only", "\"only: " + only + "\" is not known. Write negated, could or possible");
        }
        return only;
    }

    private static @Nullable String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? null : String.valueOf(value);
    }

    private static List<String> orElse(List<String> given, List<String> otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    private static boolean yes(@Nullable Object value, boolean otherwise) {
        return value == null
                ? otherwise
                : Set.of("yes", "true").contains(String.valueOf(value).toLowerCase(Locale.ROOT));
    }

    private Set<String> lemmas(Map<?, ?> map, String key) {
        Set<String> out = new LinkedHashSet<>();
        for (String word : CodebookLoader.strings(map.get(key))) {
            if (!word.startsWith("@")) {
                out.add(word);
            } else if (classes.containsKey(word.substring(1))) {
                out.addAll(classes.get(word.substring(1)));
                used.add(word.substring(1));
            } else {
                String known = Spelling.hint(
                        word, classes.keySet().stream().map(c -> "@" + c).toList());
                fault(key, "no class " + word + known + ". Define it in classes.yml, or correct the name");
            }
        }
        return out;
    }

    private List<Rule.Example> examples(@Nullable Object value, List<String> lines) {
        List<Rule.Example> out = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map && map.containsKey("text") && map.containsKey("gives")) {
                    String text = String.valueOf(map.get("text"));
                    List<String> gives = CodebookLoader.strings(map.get("gives"));
                    int line = 1 + lineOf(lines, text.substring(0, Math.min(30, text.length())));
                    out.add(new Rule.Example(text, gives.equals(List.of("nothing")) ? List.of() : gives, line));
                } else {
                    fault(
                            "examples",
                            "an example needs \"text\" and \"gives\" (\"gives: nothing\" when it must stay silent)");
                }
            }
        }
        return out;
    }

    private <T extends Enum<T>> @Nullable T constant(Class<T> type, Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, String.valueOf(value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> names = java.util.Arrays.stream(type.getEnumConstants())
                    .map(Enum::name)
                    .toList();
            fault(
                    key,
                    "\"" + value + "\" is no " + key + Spelling.hint(String.valueOf(value), names) + ". One of: "
                            + String.join(", ", names));
            return null;
        }
    }

    private void fault(String key, String what) {
        faults.add(marks.of(number, key) + ": " + what + ".");
    }
}
