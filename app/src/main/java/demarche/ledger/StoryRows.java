package demarche.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reading puts into the ledger's tables, before stories are looked at together. */
record StoryRows(
        StoryRow story,
        List<PartyRow> parties,
        List<StatementRow> statements,
        List<EventRow> events,
        List<PositionRow> positions,
        List<Contentions.Contention> contentions) {

    record StoryRow(
            String id,
            String source,
            String content,
            @Nullable String title,
            @Nullable LocalDate published,
            @Nullable String outlet,
            @Nullable String url,
            String text,
            int words) {}

    /** A party of the story: {@code party} and {@code side} are its ids in the ledger ({@link Identity}). */
    record PartyRow(
            String local,
            String party,
            String side,
            String name,
            String kind,
            @Nullable String country,
            @Nullable String sector,
            @Nullable String role,
            @Nullable String roleSentence,
            boolean named) {}

    record StatementRow(
            String id,
            @Nullable String speaker,
            @Nullable String side,
            @Nullable String cue,
            String content,
            String sentence,
            @Nullable String addressee) {}

    record EventRow(
            String id,
            @Nullable LocalDate date,
            @Nullable String saidDate,
            demarche.story.Event event,
            List<EventParty> parties,
            String sentence,
            String trigger) {}

    /** {@code role} is actor or recipient. */
    record EventParty(String role, String party, String side) {}

    record PositionRow(
            String id,
            String party,
            String side,
            String stance,
            String strength,
            @Nullable String condition,
            @Nullable String counterpart,
            @Nullable String naming,
            @Nullable String kind,
            String sentence,
            String rule,
            double confidence,
            @Nullable String attribution) {}
}
