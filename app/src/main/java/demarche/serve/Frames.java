package demarche.serve;

import demarche.ledger.DisputeList.Frame;
import demarche.ledger.Views.IssueView;
import demarche.ledger.Views.PartyView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one party calls what is contested, most often first. */
record Frames(PartyView party, List<Frame> namings) {
    private static final int MOST = 8;

    static List<Frames> of(List<Frame> frames, List<PartyView> parties) {
        return parties.stream()
                .map(p -> new Frames(
                        p,
                        frames.stream()
                                .filter(f -> f.party().equals(p.id()))
                                .limit(MOST)
                                .toList()))
                .filter(f -> !f.namings().isEmpty())
                .toList();
    }

    /** Issues of different names, at most twelve. */
    static List<IssueView> distinct(List<IssueView> issues) {
        Map<String, IssueView> byName = new LinkedHashMap<>();
        issues.forEach(i -> byName.putIfAbsent(i.name().toLowerCase(Locale.ROOT), i));
        return byName.values().stream().limit(12).toList();
    }
}
