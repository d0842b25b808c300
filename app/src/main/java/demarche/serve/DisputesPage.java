package demarche.serve;

import demarche.ledger.DisputeList;
import demarche.ledger.DisputeList.Order;
import demarche.ledger.Views.DisputeView;
import demarche.ledger.Views.Facet;
import java.util.List;
import java.util.Objects;

/** All disputes. */
final class DisputesPage implements Page {
    /** What the page shows. */
    record Disputes(Listed<DisputeRow> disputes, List<Facet> statuses, DisputeList.Filter filter, Order order) {}

    @Override
    public String path() {
        return "/disputes";
    }

    @Override
    public String nav() {
        return "Disputes";
    }

    @Override
    public Answer answer(Ask ask) {
        DisputeList.Filter filter = new DisputeList.Filter(
                ask.text("q"), ask.oneOf("status", "new", "active", "quiet", "settled"), ask.party("party"));
        Order order = Objects.requireNonNullElse(ask.oneOf("order", Order.class), Order.BUSIEST);
        Slice slice = ask.slice(40);
        DisputeList list = ask.reader().disputes();
        List<DisputeView> found = list.find(filter, order, slice.size(), slice.offset());
        Disputes model =
                new Disputes(slice.of(DisputeRow.of(list, found), list.count(filter)), list.statuses(), filter, order);
        return Answer.of("disputes.jte", "Disputes", model).table(DisputeView.class, found);
    }
}
