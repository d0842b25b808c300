package demarche.serve;

import demarche.ledger.Views.DisputePage;
import demarche.ledger.Views.PartyView;
import demarche.ledger.Views.PositionView;
import demarche.story.Stance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parties by stances: what each holds, the newest first, a thing of one name once. Stances nobody takes are left out. */
public record Matrix(List<Stance> stances, List<Row> rows) {
    /** A party and, for each stance, what it holds so. */
    public record Row(PartyView party, List<Cell> cells) {}

    /** Positions of one party and stance. */
    public record Cell(Stance stance, List<PositionView> newest, int more) {}

    private static final int SHOWN = 3;
    private static final int MOST = 12;

    /** Positions of all who hold any, those with most first. */
    static Matrix of(List<PositionView> positions) {
        Map<String, PartyView> parties = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (PositionView p : positions) {
            parties.putIfAbsent(p.partyId(), new PartyView(p.partyId(), p.party(), null, null));
            counts.merge(p.partyId(), 1, Integer::sum);
        }
        return of(
                positions,
                parties.values().stream()
                        .sorted(Comparator.comparing((PartyView p) -> -counts.getOrDefault(p.id(), 0)))
                        .limit(MOST)
                        .toList());
    }

    static Matrix of(DisputePage page) {
        return of(page.positions(), page.parties());
    }

    private static Matrix of(List<PositionView> positions, List<PartyView> parties) {
        List<Stance> stances = Stream.of(Stance.values())
                .filter(s -> positions.stream().anyMatch(p -> p.stance().equals(s.name())))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (PartyView party : parties) {
            List<PositionView> mine = positions.stream()
                    .filter(p -> p.partyId().equals(party.id()))
                    .sorted(Comparator.comparing((PositionView p) -> String.valueOf(p.date()))
                            .reversed())
                    .toList();
            if (!mine.isEmpty()) {
                rows.add(new Row(party, stances.stream().map(s -> cell(s, mine)).toList()));
            }
        }
        return new Matrix(stances, rows);
    }

    private static Cell cell(Stance stance, List<PositionView> mine) {
        Map<String, PositionView> byIssue = new LinkedHashMap<>();
        mine.stream()
                .filter(p -> p.stance().equals(stance.name()))
                .forEach(p -> byIssue.putIfAbsent(String.valueOf(p.issue()).toLowerCase(java.util.Locale.ROOT), p));
        List<PositionView> all = List.copyOf(byIssue.values());
        return new Cell(stance, all.subList(0, Math.min(SHOWN, all.size())), Math.max(0, all.size() - SHOWN));
    }
}
