package demarche.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What queries answer with; the names are those of the output contract. Dates are ISO 8601. */
public final class Views {
    private Views() {}

    public record PartyView(
            String id,
            String name,
            @Nullable String country,
            @Nullable String sector) {}

    public record IssueView(
            String id, String name, @Nullable String kind, List<String> namings) {}

    public record DisputeView(
            String id,
            String name,
            IssueView issue,
            List<PartyView> parties,
            String status,
            @Nullable String first,
            @Nullable String last,
            int stories,
            int positions,
            int shifts) {

        DisputeView with(IssueView mainIssue, List<PartyView> sides) {
            return new DisputeView(id, name, mainIssue, sides, status, first, last, stories, positions, shifts);
        }
    }

    /**
     * A position with where it stands.
     *
     * @param issue the issue's name over all stories
     * @param naming what this story calls it
     * @param history the earlier ones of the same side on the same issue
     */
    public record PositionView(
            String id,
            String party,
            String partyId,
            @Nullable String issue,
            @Nullable String issueId,
            @Nullable String naming,
            String stance,
            String strength,
            @Nullable String condition,
            @Nullable String counterpart,
            @Nullable String date,
            String story,
            @Nullable String title,
            List<String> outlets,
            String sentence,
            String rule,
            double confidence,
            List<PositionView> history) {}

    /**
     * One end of a shift.
     *
     * @param stance the position's, or the one that an event amounts to: to impose sanctions is to threaten on
     * @param eventType the event's; null for a position
     */
    public record Side(
            String stance,
            @Nullable String eventType,
            String strength,
            @Nullable String condition,
            @Nullable String date,
            String story,
            String sentence) {
        /** @param what a stance or an event type */
        static Side of(
                String what,
                String strength,
                @Nullable String condition,
                @Nullable String date,
                String story,
                String sentence) {
            String stance = switch (what) {
                case "SANCTION", "THREATEN" -> "THREATENS";
                case "REJECT" -> "REFUSES";
                case "CONCEDE", "RETREAT" -> "ACCEPTS";
                default -> what;
            };
            return new Side(stance, stance.equals(what) ? null : what, strength, condition, date, story, sentence);
        }

        /** What it is: the type of an event, else the stance. */
        public String what() {
            return eventType == null ? stance : eventType;
        }
    }

    public record ShiftView(
            String id,
            String party,
            String partyId,
            String issue,
            String issueId,
            @Nullable String dispute,
            String kind,
            Side from,
            Side to) {}

    public record EventView(
            String id,
            @Nullable String date,
            String eventType,
            @Nullable String eventMode,
            @Nullable String cameo,
            List<String> contexts,
            List<String> actors,
            List<String> recipients,
            boolean negated,
            boolean future,
            boolean hypothetical,
            boolean historical,
            @Nullable String place,
            @Nullable String country,
            @Nullable Double lat,
            @Nullable Double lon,
            String story,
            @Nullable String title,
            List<String> outlets,
            String sentence,
            String trigger,
            String rule,
            double confidence,
            List<String> actorSides,
            List<String> recipientSides) {}

    public record StatementView(
            String id,
            @Nullable String speaker,
            @Nullable String speakerId,
            @Nullable String cue,
            String content,
            @Nullable String date,
            String story,
            @Nullable String title,
            List<String> outlets,
            String sentence,
            @Nullable String side) {}

    /** A dispute with all that was said and done in it, oldest first. */
    public record DisputePage(
            String id,
            String name,
            IssueView issue,
            List<PartyView> parties,
            String status,
            @Nullable String first,
            @Nullable String last,
            int stories,
            List<IssueView> issues,
            List<PositionView> positions,
            List<EventView> events,
            List<ShiftView> shifts,
            List<StatementView> statements) {}

    public record StoryView(
            String id,
            @Nullable String title,
            @Nullable String date,
            List<String> outlets,
            @Nullable String url,
            int words,
            int statements,
            int events,
            int positions) {}

    public record Counts(
            long stories,
            long copies,
            long statements,
            long events,
            long positions,
            long parties,
            long issues,
            long disputes,
            long shifts) {
        /** Stories and copies. */
        public long all() {
            return stories + copies;
        }
    }

    /** A value and how often it is there. */
    public record Facet(String value, long count) {}

    /** An order about issues: merge, split or rename, and when it was given (UTC or the machine's own time). */
    public record OrderView(String what, List<String> arguments, String given) {}

    /** A table of text, as {@code sql} answers; cells are null where the table has none. */
    public record Table(List<String> columns, List<List<@Nullable String>> rows, boolean cut) {}
}
