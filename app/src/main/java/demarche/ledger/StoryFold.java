package demarche.ledger;

import demarche.story.Event;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import demarche.story.Story;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reading to rows. Pure. */
final class StoryFold {
    /** To be raised when rows come out differently, so that ledgers made before are rebuilt when they are opened. */
    static final String VERSION = "6";

    private final Reading reading;
    private final Story story;
    private final String id;
    private final Map<String, Party> parties = new HashMap<>();
    private final Map<String, Issue> issues = new HashMap<>();

    private StoryFold(Reading reading) {
        this.reading = reading;
        this.story = reading.story();
        this.id = id(story);
        reading.parties().forEach(p -> parties.put(p.id(), p));
        reading.issues().forEach(i -> issues.put(i.id(), i));
    }

    /** A story's id in the ledger. */
    static String id(Story story) {
        String slug = Identity.slug(story.id());
        String hash = content(story).substring(0, 10);
        return slug.isEmpty() ? hash : (slug.length() > 24 ? slug.substring(slug.length() - 24) : slug) + "-" + hash;
    }

    /** What stays the same when a story is corrected. */
    static String source(Story story) {
        String url = story.url();
        return url == null || url.isBlank() ? "id:" + story.id() : url;
    }

    static String content(Story story) {
        return Identity.hash(source(story), story.title(), story.text(), story.published());
    }

    static StoryRows of(Reading reading) {
        return new StoryFold(reading).rows();
    }

    private StoryRows rows() {
        return new StoryRows(
                new StoryRows.StoryRow(
                        id,
                        source(story),
                        content(story),
                        story.title(),
                        date(story.published()),
                        story.outlet(),
                        story.url(),
                        story.text(),
                        story.text().isBlank() ? 0 : story.text().strip().split("\\s+").length),
                reading.parties().stream().map(this::party).toList(),
                reading.statements().stream().map(this::statement).toList(),
                reading.events().stream().map(this::event).toList(),
                positions(),
                contentions());
    }

    private List<Contentions.Contention> contentions() {
        List<Contentions.Contention> out = new ArrayList<>(Contentions.of(reading));
        out.addAll(Besides.of(reading));
        return out;
    }

    static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private StoryRows.PartyRow party(Party p) {
        Party.Role role = p.roles().isEmpty() ? null : p.roles().get(0);
        return new StoryRows.PartyRow(
                p.id(),
                Identity.party(p),
                Identity.side(p, parties),
                p.name(),
                lower(p.kind()),
                p.country(),
                p.sector(),
                role == null ? null : role.text(),
                role == null ? null : sentenceAt(role.start(), role.in()),
                p.kind() == Party.Kind.STATE
                        || p.mentions().stream().anyMatch(m -> m.kind() == Party.MentionKind.NAME));
    }

    private StoryRows.StatementRow statement(Statement s) {
        String speaker = s.speaker() == null ? null : s.speaker().party();
        Span first = s.content().get(0);
        return new StoryRows.StatementRow(
                id + "-" + s.id(),
                ledgerId(speaker),
                side(speaker),
                s.cue() == null ? null : s.cue().lemma(),
                s.content().stream().map(this::text).collect(Collectors.joining(" … ")),
                sentenceAt(first.start(), first.in()),
                ledgerId(s.addressee()));
    }

    private StoryRows.EventRow event(Event e) {
        String said = e.date() == null ? null : e.date().value();
        LocalDate day = said != null && said.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(said) : null;
        return new StoryRows.EventRow(
                id + "-" + e.id(),
                day != null ? day : date(story.published()),
                said,
                e,
                parties(e),
                sentence(e.evidence()),
                e.evidence().trigger() == null ? "" : text(e.evidence().trigger()));
    }

    private List<StoryRows.EventParty> parties(Event e) {
        List<StoryRows.EventParty> out = new ArrayList<>();
        e.actors().forEach(a -> add(out, "actor", a));
        e.recipients().forEach(r -> add(out, "recipient", r));
        return out;
    }

    private void add(List<StoryRows.EventParty> out, String role, String party) {
        Party found = parties.get(party);
        if (found != null) {
            out.add(new StoryRows.EventParty(role, Identity.party(found), Identity.side(found, parties)));
        }
    }

    private List<StoryRows.PositionRow> positions() {
        List<StoryRows.PositionRow> out = new ArrayList<>();
        for (Position p : reading.positions()) {
            Issue issue = p.issue() == null ? null : issues.get(p.issue());
            Position.Condition condition = p.condition();
            String party = ledgerId(p.party());
            String side = side(p.party());
            if (party != null && side != null) {
                out.add(new StoryRows.PositionRow(
                        id + "-" + p.id(),
                        party,
                        side,
                        p.stance().name(),
                        lower(p.strength()),
                        condition == null ? null : condition.text(),
                        side(p.counterpart()),
                        issue == null || names(issue) ? null : naming(issue.name()),
                        issue == null || names(issue) ? null : lower(issue.kind()),
                        sentence(p.evidence()),
                        p.rule(),
                        p.confidence(),
                        p.attribution() == null ? null : id + "-" + p.attribution()));
            }
        }
        return out;
    }

    /** What a headline in capitals calls the issue, as the text writes the words. */
    private String naming(String name) {
        return IssueName.shouted(name) ? Headline.words(name, story.text()) : name;
    }

    /** Whether an issue is but a party of the story: somebody is not what is contested. */
    private boolean names(Issue issue) {
        return reading.parties().stream().anyMatch(p -> p.name().equalsIgnoreCase(issue.name()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String ledgerId(@Nullable String party) {
        Party found = party == null ? null : parties.get(party);
        return found == null ? null : Identity.party(found);
    }

    private @Nullable String side(@Nullable String party) {
        Party found = party == null ? null : parties.get(party);
        return found == null ? null : Identity.side(found, parties);
    }

    private String sentence(Evidence evidence) {
        return text(new Span(evidence.start(), evidence.end(), evidence.in()));
    }

    private String sentenceAt(int offset, @Nullable String in) {
        for (Reading.Sentence s : reading.sentences()) {
            if (java.util.Objects.equals(s.in(), in) && s.start() <= offset && offset < s.end()) {
                return text(new Span(s.start(), s.end(), s.in()));
            }
        }
        return "";
    }

    private String text(Span span) {
        String whole = span.in() == null ? story.text() : String.valueOf(story.title());
        int start = whole.offsetByCodePoints(0, span.start());
        return whole.substring(start, whole.offsetByCodePoints(start, span.end() - span.start()))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
