package demarche.serve;

import demarche.ledger.Corrected;
import demarche.ledger.Correction;
import demarche.ledger.Correction.Field;
import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Stance;
import demarche.story.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form that corrects one record.
 *
 * @param inputs its fields with what they hold now
 * @param parties names to offer for parties
 * @param issues names to offer for issues
 * @param log corrections of this record, oldest first
 */
public record CorrectForm(
        String cell, List<Input> inputs, List<String> parties, List<String> issues, List<Correction> log) {
    /** One field: {@code choices} are empty where anything may be typed; {@code list} is the id of what to offer. */
    public record Input(
            String name,
            String label,
            String value,
            List<String> choices,
            @Nullable String list) {}

    /** Whether a correction was not taken back. */
    public boolean stands(Correction c) {
        return Corrected.standing(log).contains(c);
    }

    /** A constant's name as the form shows it. */
    public static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The names of parties of a reading, as the form shows them. */
    static String names(Reading reading, List<String> ids) {
        return CorrectDeed.joined(ids.stream()
                .map(id -> reading.parties().stream()
                        .filter(p -> p.id().equals(id))
                        .map(Party::name)
                        .findFirst()
                        .orElse(id))
                .toList());
    }

    static CorrectForm of(Reading reading, String cell, List<Correction> corrections) {
        List<Input> inputs = new ArrayList<>();
        reading.statements().stream().filter(s -> s.id().equals(cell)).forEach(s -> statement(reading, s, inputs));
        reading.events().stream().filter(e -> e.id().equals(cell)).forEach(e -> event(reading, e, inputs));
        reading.positions().stream().filter(p -> p.id().equals(cell)).forEach(p -> position(reading, p, inputs));
        return new CorrectForm(
                cell,
                inputs,
                reading.parties().stream().map(Party::name).distinct().sorted().toList(),
                reading.issues().stream().map(Issue::name).distinct().sorted().toList(),
                corrections.stream().filter(c -> c.record().equals(cell)).toList());
    }

    private static void statement(Reading reading, Statement s, List<Input> inputs) {
        String speaker = s.speaker() == null ? null : s.speaker().party();
        inputs.add(parties("speaker", "Speaker", names(reading, speaker == null ? List.of() : List.of(speaker))));
    }

    private static void event(Reading reading, Event e, List<Input> inputs) {
        inputs.add(choice(
                "type",
                "Event type",
                e.eventType().name(),
                Stream.of(EventType.values()).map(Enum::name).toList()));
        inputs.add(parties("actors", "Actors", names(reading, e.actors())));
        inputs.add(parties("recipients", "Recipients", names(reading, e.recipients())));
    }

    private static void position(Reading reading, Position p, List<Input> inputs) {
        inputs.add(choice(
                "stance",
                "Stance",
                p.stance().name(),
                Stream.of(Stance.values()).map(Enum::name).toList()));
        inputs.add(parties("party", "Party", names(reading, List.of(p.party()))));
        String issue = reading.issues().stream()
                .filter(i -> i.id().equals(p.issue()))
                .map(Issue::name)
                .findFirst()
                .orElse("");
        inputs.add(new Input("issue", "Issue", issue, List.of(), "issues"));
        inputs.add(parties(
                "counterpart",
                "Counterpart",
                names(reading, p.counterpart() == null ? List.of() : List.of(p.counterpart()))));
    }

    private static Input choice(String name, String label, String value, List<String> choices) {
        return new Input(name, label, value, choices, null);
    }

    private static Input parties(String name, String label, String value) {
        return new Input(name, label, value, List.of(), "parties");
    }

    /** How a correction reads. */
    public static String text(Correction c) {
        String value = c.value().replaceAll("\\|[^;]*", "").replace(";", "; ");
        return switch (c.field()) {
            case WRONG -> "wrong";
            case RIGHT -> "right";
            case UNDO -> "takes back " + c.value();
            case TYPE, ACTORS, RECIPIENTS, PARTY, COUNTERPART, STANCE, ISSUE, SPEAKER ->
                c.field().name().toLowerCase(Locale.ROOT) + ": " + shown(c.field(), c.was()) + " → "
                        + shown(c.field(), value);
        };
    }

    private static String shown(Field field, String value) {
        boolean constant = field == Field.TYPE || field == Field.STANCE;
        return value.isEmpty() ? "nobody" : constant ? word(value) : value;
    }
}
