package demarche.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import demarche.ledger.Dyads;
import demarche.ledger.Dyads.Dyad;
import demarche.ledger.EventScope;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who acts on whom: as a drawing, and as a table. */
final class NetworkPage implements Page {
    private static final int NODES = 30;

    /**
     * What the page shows.
     *
     * @param party name of the party in the centre; null when none was asked for
     * @param dyads pairs with most events first
     */
    record Network(
            Listed<Dyad> dyads,
            EventScope scope,
            @Nullable String party,
            int parties,
            @JsonIgnore NetworkDrawing drawing) {}

    @Override
    public String path() {
        return "/network";
    }

    @Override
    public String nav() {
        return "Network";
    }

    @Override
    public Answer answer(Ask ask) {
        EventScope scope = MapPage.scope(ask);
        int parties = ask.number("parties", NODES, 2, 60);
        Slice slice = ask.slice(50);
        String centre = scope.party();
        EventScope everybody = new EventScope(scope.type(), null, scope.since(), scope.until());
        Dyads dyads = ask.reader().dyads();
        Dyads.Pairs pairs = dyads.find(everybody, centre, Math.max(Dyads.KEPT, slice.offset() + slice.limit()));
        List<Dyad> mine = pairs.most();
        List<Dyad> part = mine.subList(
                Math.min(slice.offset(), mine.size()), Math.min(slice.offset() + slice.limit(), mine.size()));
        List<Dyad> drawn = !ask.html()
                ? List.of()
                : centre == null
                        ? mine
                        : around(mine, dyads.find(everybody, null, Dyads.KEPT).most());
        Network model = new Network(
                slice.of(part, pairs.total()),
                scope,
                centre == null ? null : ask.reader().shifts().partyName(centre),
                parties,
                NetworkDrawing.of(drawn, parties, centre));
        return Answer.of("network.jte", "Network", model).table(Dyad.class, part);
    }

    /** Pairs of a party in the centre, and those of the others. */
    private static List<Dyad> around(List<Dyad> centre, List<Dyad> others) {
        return Stream.concat(centre.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparing((Dyad d) -> -d.events()))
                .toList();
    }
}
