package demarche.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one derivation worked out and the next may use: after a correction nearly everything is as it was. Only outcomes of pure
 * functions are kept, with what they were made of, so a derivation with a memo makes the same tables as one without.
 */
final class Memo {
    private final Topics topics = new Topics();
    private List<IssueLinker.Naming> namings = List.of();
    private Map<String, Disputes.Topic> abouts = Map.of();
    private IssueLinker.@Nullable Linked linked;
    private List<BodyNames.Body> bodies = List.of();
    private Map<String, Map<String, Integer>> together = Map.of();
    private @Nullable Map<String, String> aliases;
    private String parties = "";
    private @Nullable Map<String, List<List<String>>> sides;
    private final DisputeName.Known names = new DisputeName.Known();

    /**
     * What was learnt of the sides of parties, by table; null when the parties are others than those it was learnt of.
     *
     * @param now tells the parties
     */
    @Nullable
    Map<String, List<List<String>>> sides(String now) {
        return now.equals(parties) ? sides : null;
    }

    /** Keeps what was learnt of these parties. */
    void sides(String now, Map<String, List<List<String>>> learnt) {
        parties = now;
        sides = learnt;
    }

    /** Names of disputes, as long as what may name them is the same. */
    DisputeName.Known names() {
        return names;
    }

    /** {@link BodyNames#same}, worked out anew only for other bodies. */
    Map<String, String> same(List<BodyNames.Body> now, Map<String, Map<String, Integer>> seen) {
        Map<String, String> known = aliases;
        if (known == null || !now.equals(bodies) || !seen.equals(together)) {
            known = BodyNames.same(now, seen);
            aliases = known;
            bodies = List.copyOf(now);
            together = seen;
        }
        return known;
    }

    /** What stories are about. */
    Topics topics() {
        return topics;
    }

    /**
     * The namings linked into issues.
     *
     * @param stories what each story is about
     */
    IssueLinker.Linked linked(List<IssueLinker.Naming> now, Map<String, Disputes.Topic> stories) {
        IssueLinker.Linked known = linked;
        Map<String, Disputes.Topic> about = new HashMap<>();
        for (IssueLinker.Naming n : now) {
            Disputes.Topic topic = stories.get(n.story());
            if (topic != null) {
                about.put(n.story(), topic);
            }
        }
        if (known == null || !now.equals(namings) || !about.equals(abouts)) {
            known = IssueLinker.link(now, about);
            linked = known;
            namings = List.copyOf(now);
            abouts = about;
        }
        return known;
    }

    /** To be called when stories came, went or changed. */
    void forget() {
        topics.forget();
        namings = List.of();
        abouts = Map.of();
        linked = null;
        bodies = List.of();
        together = Map.of();
        aliases = null;
        parties = "";
        sides = null;
        names.forget();
    }
}
