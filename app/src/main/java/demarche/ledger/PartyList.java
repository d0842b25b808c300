package demarche.ledger;

import demarche.ledger.Views.StatementView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parties that fit some words, page by page; and what the ledger knows about one. */
public final class PartyList {
    private final Database database;
    private final Shared shared;

    /** Which parties; null asks for nothing. Only those that stories name, not those they but describe. */
    public record Filter(
            @Nullable String words,
            @Nullable String kind,
            @Nullable String country) {}

    /** A party; {@code side} is on whose side it is (its own id when it is a side of its own). */
    public record PartyRow(
            String id,
            String name,
            String kind,
            @Nullable String country,
            @Nullable String sector,
            String side,
            int stories) {}

    /** A role that stories give a party: how often, from when to when, and a sentence that shows it. */
    public record Role(
            String role,
            long stories,
            @Nullable String first,
            @Nullable String last,
            String sentence,
            String story) {}

    /** Events of one type from one side towards another in a week, by its Monday. */
    public record Deed(String actor, String recipient, LocalDate week, String type, long count) {}

    /** Somebody who speaks and acts for a side. */
    public record Member(PartyRow party, @Nullable String role) {}

    PartyList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static final String ROW =
            "SELECT p.id, p.name, p.kind, p.country, p.sector, p.side, p.stories FROM parties p ";

    private static PartyRow row(java.sql.ResultSet r) throws java.sql.SQLException {
        return new PartyRow(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getInt(7));
    }

    private static Where where(Filter f) {
        return new Where()
                .and("p.named")
                .words("p.name ILIKE ? ESCAPE '\\'", f.words())
                .and("p.kind = ?", f.kind())
                .and("p.country = ?", f.country());
    }

    /** One page of the parties that fit, those in most stories first. */
    public List<PartyRow> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        return Rows.list(
                database,
                ROW + where.sql() + " ORDER BY p.stories DESC, p.name, p.id LIMIT ? OFFSET ?",
                PartyList::row,
                where.values(limit, offset));
    }

    /** How many parties fit. */
    public long count(Filter filter) {
        Where where = where(filter);
        return Rows.count(database, "SELECT count(*) FROM parties p " + where.sql(), where.values());
    }

    /** A party by its id; also a state of which only officials are spoken. Null when the ledger knows none. */
    public @Nullable PartyRow one(String id) {
        List<PartyRow> found = Rows.list(database, ROW + "WHERE p.id = ?", PartyList::row, id);
        if (!found.isEmpty()) {
            return found.get(0);
        }
        long stories = Rows.count(database, "SELECT count(DISTINCT story) FROM story_parties WHERE side = ?", id);
        return stories == 0
                ? null
                : new PartyRow(id, StateNames.of(id), "state", StateNames.code(id), null, id, (int) stories);
    }

    /** The best known party of exactly this name, in either case; null when there is none. */
    public @Nullable PartyRow named(String name) {
        List<PartyRow> found = Rows.list(
                database,
                ROW + "WHERE lower(p.name) = lower(?) ORDER BY p.stories DESC, p.id LIMIT 1",
                PartyList::row,
                name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** What a party, or those who speak for it, holds: its newest position on each issue with those before it, newest first. */
    public List<Views.PositionView> positions(String party, int limit) {
        Map<String, List<Views.PositionView>> byIssue = new LinkedHashMap<>();
        new Records(database, shared)
                .positions("(side = ? OR party = ?)", "ORDER BY date DESC NULLS LAST, id DESC LIMIT 600", party, party)
                .forEach(
                        p -> byIssue.computeIfAbsent(p.issueId() == null ? p.id() : p.issueId(), k -> new ArrayList<>())
                                .add(p));
        return byIssue.values().stream()
                .limit(limit)
                .map(all -> Queries.latest(all.get(0), all.subList(1, all.size())))
                .toList();
    }

    /** Roles that stories give a party, the most frequent first. */
    public List<Role> roles(String party, int limit) {
        return Rows.list(
                database,
                "SELECT arg_min(p.role, s.seq), count(DISTINCT p.story), min(s.published), max(s.published), arg_min(p.role_sentence, s.seq), arg_min(p.story, s.seq)"
                        + " FROM story_parties p JOIN stories s ON s.id = p.story WHERE p.party = ? AND p.role IS NOT NULL"
                        + " AND s.copy_of IS NULL AND s.replaced_by IS NULL GROUP BY lower(p.role) ORDER BY 2 DESC, 1 LIMIT ?",
                r -> new Role(
                        r.getString(1),
                        r.getLong(2),
                        Queries.date(r, 3),
                        Queries.date(r, 4),
                        r.getString(5),
                        r.getString(6)),
                party,
                limit);
    }

    /** Named people and bodies on a side, besides itself, those in most stories first. */
    public List<Member> members(String side, int limit) {
        List<PartyRow> found = Rows.list(
                database,
                ROW + "WHERE p.side = ? AND p.id <> ? AND p.named ORDER BY p.stories DESC, p.name LIMIT ?",
                PartyList::row,
                side,
                side,
                limit);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, String> roles = new LinkedHashMap<>();
        Rows.list(
                database,
                "SELECT party, role, count(*) FROM story_parties WHERE role IS NOT NULL AND party " + Queries.IN
                        + "GROUP BY 1, 2 ORDER BY 3 DESC, 2",
                r -> roles.putIfAbsent(r.getString(1), r.getString(2)),
                RowWriter.list(found.stream().map(PartyRow::id).toList()));
        return found.stream().map(p -> new Member(p, roles.get(p.id()))).toList();
    }

    /** What a side and others did to each other, by week, oldest first; negated and hypothetical events left out. */
    public List<Deed> deeds(String side) {
        return Rows.list(
                database,
                "SELECT a.side, b.side, date_trunc('week', coalesce(s.published, e.date))::DATE, e.type, count(DISTINCT e.id) FROM events e"
                        + " JOIN event_parties a ON a.event = e.id AND a.role = 'actor' JOIN event_parties b ON b.event = e.id AND b.role = 'recipient'"
                        + " JOIN stories s ON s.id = e.story WHERE (a.side = ? OR b.side = ?) AND a.side <> b.side AND s.copy_of IS NULL"
                        + " AND s.replaced_by IS NULL AND NOT e.negated AND NOT e.hypothetical AND coalesce(s.published, e.date) IS NOT NULL"
                        + " GROUP BY ALL ORDER BY 3, 1, 2, 4",
                r -> new Deed(
                        r.getString(1),
                        r.getString(2),
                        java.util.Objects.requireNonNull(Derivation.day(r, 3)),
                        r.getString(4),
                        r.getLong(5)),
                side,
                side);
    }

    /** A party's name; a state's where no story names it. */
    public String name(String id) {
        return new Records(database, shared).heads().party(id);
    }

    /** Statements of a party or of those who speak for it, newest first. */
    public List<StatementView> statements(String party, int limit, int offset) {
        return new Records(database, shared)
                .statements(
                        "(speaker = ? OR side = ?)",
                        "ORDER BY date DESC NULLS LAST, id LIMIT ? OFFSET ?",
                        party,
                        party,
                        limit,
                        offset);
    }

    /** How many statements those are. */
    public long statementCount(String party) {
        return Rows.count(
                database,
                "SELECT count(*) FROM statements t JOIN stories s ON s.id = t.story WHERE (t.speaker = ? OR t.side = ?)"
                        + " AND s.copy_of IS NULL AND s.replaced_by IS NULL",
                party,
                party);
    }

    /** Shifts of a side, newest first. */
    public List<Views.ShiftView> shifts(String side, int limit) {
        return new Records(database, shared).shifts("party = ?", "ORDER BY date DESC, id LIMIT ?", side, limit);
    }
}
