package demarche.serve;

import demarche.ledger.Corrected;
import demarche.ledger.Correction;
import demarche.ledger.Correction.Field;
import demarche.ledger.Correction.Named;
import demarche.ledger.PartyList.PartyRow;
import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.InputException;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Stance;
import demarche.story.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Corrects a record: it is wrong, it is right, or some of its fields should hold something else. */
final class CorrectDeed implements Deed {
    @Override
    public String path() {
        return "/corrections";
    }

    @Override
    public String act(Form form) {
        String story = form.needed("story");
        Reading raw = form.reader().stories().reading(story);
        if (raw == null) {
            throw new NotFound("There is no story with the id " + story + ".", "");
        }
        Reading now = Corrected.withWrong(raw, form.reader().corrections().of(story));
        List<Correction> changes = new Changes(form, story, now).made();
        if (changes.isEmpty()) {
            throw new InputException(
                    "Nothing was changed. Change a field, or say that the record is right or wrong as a whole.");
        }
        form.remember("who", form.needed("who"));
        form.site().correct(changes);
        return Links.cell(story, form.needed("cell"));
    }

    /** What a form asks to change in one record. */
    private static final class Changes {
        private final Form form;
        private final String story;
        private final Reading now;
        private final String cell;
        private final String who;
        private final List<Correction> out = new ArrayList<>();

        Changes(Form form, String story, Reading now) {
            this.form = form;
            this.story = story;
            this.now = now;
            this.cell = form.needed("cell");
            this.who = form.needed("who");
        }

        List<Correction> made() {
            String verdict = Objects.requireNonNullElse(form.text("verdict"), "");
            boolean known = now.statements().stream().anyMatch(this::statement)
                    | now.events().stream().anyMatch(this::event)
                    | now.positions().stream().anyMatch(this::position);
            if (!known) {
                throw new NotFound("This story has no record " + cell + ".", "");
            }
            if (verdict.equals("wrong")) {
                return List.of(correction(Field.WRONG, "", ""));
            }
            if (verdict.equals("right")) {
                return List.of(correction(Field.RIGHT, "", ""));
            }
            return out;
        }

        private boolean statement(Statement s) {
            if (!s.id().equals(cell)) {
                return false;
            }
            String speaker = s.speaker() == null ? null : s.speaker().party();
            parties(Field.SPEAKER, speaker == null ? List.of() : List.of(speaker));
            return true;
        }

        private boolean event(Event e) {
            if (!e.id().equals(cell)) {
                return false;
            }
            constant(Field.TYPE, e.eventType().name(), EventType.values());
            parties(Field.ACTORS, e.actors());
            parties(Field.RECIPIENTS, e.recipients());
            return true;
        }

        private boolean position(Position p) {
            if (!p.id().equals(cell)) {
                return false;
            }
            constant(Field.STANCE, p.stance().name(), Stance.values());
            parties(Field.PARTY, List.of(p.party()));
            parties(Field.COUNTERPART, p.counterpart() == null ? List.of() : List.of(p.counterpart()));
            String was = now.issues().stream()
                    .filter(i -> i.id().equals(p.issue()))
                    .map(demarche.story.Issue::name)
                    .findFirst()
                    .orElse("");
            String issue = form.text("issue");
            if (issue != null && !issue.equals(was)) {
                out.add(correction(Field.ISSUE, issue, was));
            }
            return true;
        }

        private void constant(Field field, String was, Enum<?>[] values) {
            String given = form.text(field.name().toLowerCase(Locale.ROOT));
            if (given == null || given.equalsIgnoreCase(was)) {
                return;
            }
            for (Enum<?> value : values) {
                if (value.name().equalsIgnoreCase(given)) {
                    out.add(correction(field, value.name(), was));
                    return;
                }
            }
            throw new InputException(given + " is no " + field.name().toLowerCase(Locale.ROOT) + " of the codebook.");
        }

        private void parties(Field field, List<String> ids) {
            String given = form.text(field.name().toLowerCase(Locale.ROOT));
            String was = CorrectForm.names(now, ids);
            if (given == null || given.equals(was)) {
                return;
            }
            List<Named> named = new ArrayList<>();
            for (String name : given.split(";")) {
                if (!name.isBlank()) {
                    named.add(named(name.strip()));
                }
            }
            if (named.isEmpty() && field == Field.PARTY) {
                throw new InputException("A position needs a party.");
            }
            out.add(correction(field, Named.value(named), was));
        }

        /** The party of this name in the story, in the ledger, or in the world; else a body of that name. */
        private Named named(String name) {
            for (Party p : now.parties()) {
                if (p.name().equalsIgnoreCase(name)) {
                    return new Named(p.name(), p.kind().name().toLowerCase(Locale.ROOT), p.country(), p.sector());
                }
            }
            PartyRow known = form.reader().parties().named(name);
            return known != null ? new Named(known.name(), known.kind(), known.country(), known.sector()) : state(name);
        }

        private static Named state(String name) {
            for (String two : Locale.getISOCountries()) {
                Locale country = new Locale("", two);
                if (country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(name)) {
                    return new Named(
                            country.getDisplayCountry(Locale.ENGLISH), "state", country.getISO3Country(), "GOV");
                }
            }
            return new Named(name, "organization", null, null);
        }

        private Correction correction(Field field, String value, String was) {
            @Nullable String note = form.text("note");
            return new Correction(
                    0, story, cell, field, value, was, who, "", note == null || note.isEmpty() ? null : note);
        }
    }

    /** Several names as a form shows them. */
    static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining("; "));
    }
}
