package demarche.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one derivation worked out and the next may use: after a correction nearly everything is as it was. Only outcomes of pure
 * functions are kept, with what they were made of, so a derivation with a memo makes the same tables as one without.
 */
final class Memo {
    private final Topics topics = new Topics();
    private List<IssueLinker.Naming> namings = List.of();
    private IssueLinker.@Nullable Linked linked;

    /** What stories are about. */
    Topics topics() {
        return topics;
    }

    /** The namings linked into issues. */
    IssueLinker.Linked linked(List<IssueLinker.Naming> now) {
        IssueLinker.Linked known = linked;
        if (known == null || !now.equals(namings)) {
            known = IssueLinker.link(now);
            linked = known;
            namings = List.copyOf(now);
        }
        return known;
    }

    /** To be called when stories came, went or changed. */
    void forget() {
        topics.forget();
        namings = List.of();
        linked = null;
    }
}
