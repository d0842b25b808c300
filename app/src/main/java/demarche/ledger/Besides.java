package demarche.ledger;

import demarche.ledger.Contentions.Contention;
import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Evidence;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Stance;
import demarche.story.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a demand, refusal, accusation, threat or hostile act probably concerns where it is put to nobody named: the one or two
 * other sides that its sentence names ("Ostland refused to alter its stand in the talks with Westland"). Those who take the same
 * stand in the sentence and who tells of it are not meant. A court's act on one sets him against the other whom the sentence
 * names. Pure.
 */
final class Besides {
    /** How surely the one other side of a sentence is meant; two share it. */
    private static final double SURE = 0.6;

    private static final int MOST = 2;
    private static final Set<Stance> STANCES =
            EnumSet.of(Stance.DEMANDS, Stance.REFUSES, Stance.DENIES, Stance.ACCUSES, Stance.THREATENS);
    private static final Set<EventType> TYPES = EnumSet.of(
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.THREATEN,
            EventType.PROTEST,
            EventType.SANCTION,
            EventType.COERCE,
            EventType.ASSAULT);

    private final Reading reading;
    private final Map<String, Party> parties = new HashMap<>();
    /** Who takes a stand in each sentence, by where it begins. */
    private final Map<String, Set<String>> takers = new HashMap<>();

    private final Map<String, Contention> found = new LinkedHashMap<>();

    private final List<Position> pointed;
    private final List<Event> hostile;

    private Besides(Reading reading) {
        this.reading = reading;
        reading.parties().forEach(p -> parties.put(p.id(), p));
        pointed = pointed();
        hostile = hostile();
        pointed.forEach(p -> takers(p.evidence()).add(side(p.party())));
        hostile.forEach(e -> e.actors().forEach(a -> takers(e.evidence()).add(side(a))));
    }

    static List<Contention> of(Reading reading) {
        Besides all = new Besides(reading);
        all.pointed.stream()
                .filter(p -> p.counterpart() == null)
                .forEach(p -> all.beside(List.of(p.party()), p.evidence(), p.attribution(), SURE));
        for (Event e : all.hostile) {
            if (all.court(e)) {
                all.beside(e.recipients(), e.evidence(), null, 1);
            } else if (e.recipients().isEmpty()) {
                all.beside(e.actors(), e.evidence(), e.attribution(), SURE);
            }
        }
        return List.copyOf(all.found.values());
    }

    private List<Position> pointed() {
        return reading.positions().stream()
                .filter(p -> STANCES.contains(p.stance()))
                .toList();
    }

    private List<Event> hostile() {
        return reading.events().stream()
                .filter(e -> TYPES.contains(e.eventType())
                        && !e.status().negated()
                        && !e.status().hypothetical())
                .toList();
    }

    /** Whether a court acts: its ruling tells that those quarrel on whom it rules, not that its state does. */
    private boolean court(Event e) {
        return e.actors().stream().map(parties::get).anyMatch(p -> p != null && "JUD".equals(p.sector()));
    }

    private Set<String> takers(Evidence evidence) {
        return takers.computeIfAbsent(evidence.in() + " " + evidence.start(), k -> new HashSet<>());
    }

    private void beside(List<String> ones, Evidence evidence, @Nullable String attribution, double sure) {
        String speaker = speaker(attribution);
        Map<String, Party> others = new LinkedHashMap<>();
        for (Party p : reading.parties()) {
            String side = Identity.side(p, parties);
            boolean body = p.kind() != Party.Kind.PERSON || side.length() == Identity.STATE;
            if (body && named(p, evidence) && !takers(evidence).contains(side) && !side.equals(speaker)) {
                others.putIfAbsent(side, p);
            }
        }
        ones.forEach(one -> others.remove(side(one)));
        if (others.isEmpty() || others.size() > MOST) {
            return;
        }
        String sentence = Contentions.text(reading, evidence.start(), evidence.end(), evidence.in())
                .replaceAll("\\s+", " ")
                .strip();
        for (Party one :
                ones.stream().map(parties::get).filter(Objects::nonNull).toList()) {
            for (Party other : others.values()) {
                Contention made = new Contention(
                        Identity.party(one), Identity.party(other), false, sentence, sure / others.size());
                found.putIfAbsent(made.one() + " " + made.other() + " " + sentence, made);
            }
        }
    }

    private static boolean named(Party p, Evidence evidence) {
        return p.mentions().stream()
                .anyMatch(m -> (m.kind() == Party.MentionKind.NAME
                                || p.kind() == Party.Kind.STATE && m.kind() == Party.MentionKind.NOMINAL)
                        && Objects.equals(m.in(), evidence.in())
                        && m.start() >= evidence.start()
                        && m.end() <= evidence.end());
    }

    private @Nullable String speaker(@Nullable String attribution) {
        for (Statement s : reading.statements()) {
            Statement.Speaker speaker = s.speaker();
            if (s.id().equals(attribution) && speaker != null && speaker.party() != null) {
                return side(speaker.party());
            }
        }
        return null;
    }

    private String side(String party) {
        Party found = parties.get(party);
        return found == null ? party : Identity.side(found, parties);
    }
}
