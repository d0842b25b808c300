package demarche.serve;

import demarche.story.InputException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program gave to a tool, checked as it is read. */
final class Arguments {
    private static final int LONGEST = 400;

    private final Map<String, Object> given;

    /**
     * @throws InputException when there is one the tool does not have
     */
    Arguments(@Nullable Map<String, Object> given, Set<String> known) {
        this.given = given == null ? Map.of() : given;
        for (String name : this.given.keySet()) {
            if (!known.contains(name)) {
                throw new InputException("There is no argument " + name + " here. "
                        + (known.isEmpty() ? "This tool takes none." : "Arguments: " + String.join(", ", known) + "."));
            }
        }
    }

    /** A text without blanks around it; null when it is missing or empty. */
    @Nullable
    String text(String name) {
        Object value = given.get(name);
        String text = value == null ? "" : value.toString().strip();
        if (text.length() > LONGEST) {
            throw new InputException(
                    name + " has " + text.length() + " characters; at most " + LONGEST + " are taken.");
        }
        return text.isEmpty() ? null : text;
    }

    /** A text that must be there. */
    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new InputException(name + " is missing. Give it.");
        }
        return text;
    }

    /** A whole number within bounds. */
    int number(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        String wanted = name + "=" + text + ": give a whole number from " + least + " to " + most + ".";
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most && value == Math.rint(value)) {
                return (int) value;
            }
        } catch (NumberFormatException e) {
            throw new InputException(wanted, e);
        }
        throw new InputException(wanted);
    }

    /** A day; null when it is missing. */
    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InputException(name + "=" + text + ": give a day such as 2026-11-24.", e);
        }
    }

    /** One of an enum's names, in either case; null when it is missing. */
    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> values) {
        String text = text(name);
        List<String> names = new ArrayList<>();
        for (E value : values.getEnumConstants()) {
            if (text != null && value.name().equalsIgnoreCase(text)) {
                return value;
            }
            names.add(value.name().toLowerCase(Locale.ROOT));
        }
        if (text == null) {
            return null;
        }
        throw new InputException(name + "=" + text + ": give one of " + String.join(", ", names) + ".");
    }

    /** One of some words; null when it is missing. */
    @Nullable
    String oneOf(String name, List<String> words) {
        String text = text(name);
        if (text == null || words.contains(text)) {
            return text;
        }
        throw new InputException(name + "=" + text + ": give one of " + String.join(", ", words) + ".");
    }
}
