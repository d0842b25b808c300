package demarche.ledger;

import demarche.ledger.Views.StoryView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every list shows beside its records: names of parties and issues, and the heads of stories that count. Read once for
 * each state of the ledger, because joining them to each list anew costs more than the list.
 */
record Heads(Map<String, String> parties, Map<String, String> issues, Map<String, StoryView> stories) {
    static Heads read(Database database) {
        Map<String, String> parties = new HashMap<>();
        Rows.list(database, "SELECT id, name FROM parties", r -> parties.put(r.getString(1), r.getString(2)));
        Map<String, String> issues = new HashMap<>();
        Rows.list(database, "SELECT id, name FROM issues", r -> issues.put(r.getString(1), r.getString(2)));
        Map<String, StoryView> stories = new HashMap<>();
        Rows.list(
                database,
                "SELECT s.id, s.title, s.published, w.outlets, s.url, s.words, coalesce(t.n, 0), coalesce(e.n, 0), coalesce(p.n, 0) FROM stories s"
                        + Queries.JOIN
                        + "LEFT JOIN (SELECT story, count(*) AS n FROM statements GROUP BY story) t ON t.story = s.id"
                        + " LEFT JOIN (SELECT story, count(*) AS n FROM events GROUP BY story) e ON e.story = s.id"
                        + " LEFT JOIN (SELECT story, count(*) AS n FROM positions GROUP BY story) p ON p.story = s.id"
                        + " WHERE s.copy_of IS NULL AND s.replaced_by IS NULL",
                r -> stories.put(r.getString(1), Queries.story(r)));
        return new Heads(parties, issues, stories);
    }

    /** Only what the stories of one dispute speak of: enough for it, and read in a tenth of the time. */
    static Heads ofDispute(Database database, String dispute) {
        String told = "(SELECT story FROM dispute_stories WHERE dispute = ?)";
        Map<String, String> parties = new HashMap<>();
        Rows.list(
                database,
                "SELECT id, name FROM parties WHERE id IN (SELECT unnest([party, side]) FROM story_parties WHERE story IN "
                        + told + ")",
                r -> parties.put(r.getString(1), r.getString(2)),
                dispute);
        Map<String, String> issues = new HashMap<>();
        Rows.list(
                database,
                "SELECT id, name FROM issues WHERE id IN (SELECT issue FROM positions WHERE story IN " + told
                        + " UNION ALL SELECT issue FROM shifts WHERE dispute = ?)",
                r -> issues.put(r.getString(1), r.getString(2)),
                dispute,
                dispute);
        Map<String, StoryView> stories = new HashMap<>();
        Rows.list(
                database,
                "SELECT s.id, s.title, s.published, w.outlets, s.url, s.words, 0, 0, 0 FROM stories s" + Queries.JOIN
                        + "WHERE s.id IN " + told,
                r -> stories.put(r.getString(1), Queries.story(r)),
                dispute);
        return new Heads(parties, issues, stories);
    }

    /** A party's name; a state's where no story names it; the id where all fails. */
    String party(String id) {
        String name = parties.get(id);
        return name == null ? StateNames.of(id) : name;
    }

    @Nullable
    String partyOrNull(@Nullable String id) {
        return id == null ? null : party(id);
    }

    @Nullable
    String issue(@Nullable String id) {
        return id == null ? null : issues.get(id);
    }

    @Nullable
    String title(String story) {
        StoryView head = stories.get(story);
        return head == null ? null : head.title();
    }

    List<String> outlets(String story) {
        StoryView head = stories.get(story);
        return head == null ? List.of() : head.outlets();
    }

    /** Heads of stories, in the order of the ids. */
    List<StoryView> of(List<String> ids) {
        List<StoryView> out = new ArrayList<>();
        for (String id : ids) {
            StoryView head = stories.get(id);
            if (head != null) {
                out.add(head);
            }
        }
        return out;
    }
}
