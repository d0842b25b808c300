package demarche.serve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import demarche.ledger.DisputeList;
import demarche.ledger.Views.DisputeView;
import java.util.List;
import java.util.Map;

/** A dispute in a list: {@code rhythm} counts its stories in equal stretches of the ledger's time, oldest first. */
record DisputeRow(@JsonUnwrapped DisputeView dispute, List<Integer> rhythm) {
    private static final int STEPS = 30;

    static List<DisputeRow> of(DisputeList disputes, List<DisputeView> views) {
        Map<String, List<Integer>> rhythm = disputes.rhythm(STEPS);
        return views.stream()
                .map(d -> new DisputeRow(d, rhythm.getOrDefault(d.id(), List.of())))
                .toList();
    }

    static List<DisputeView> views(List<DisputeRow> rows) {
        return rows.stream().map(DisputeRow::dispute).toList();
    }

    static Map<String, List<Integer>> rhythms(List<DisputeRow> rows) {
        return rows.stream()
                .collect(java.util.stream.Collectors.toMap(r -> r.dispute().id(), DisputeRow::rhythm));
    }
}
