package demarche.serve;

import demarche.ledger.PartyList;
import demarche.ledger.PartyList.PartyRow;
import java.util.List;
import java.util.Locale;

/** All parties that stories name. */
final class PartiesPage implements Page {
    /** What the page shows. */
    record Parties(Listed<PartyRow> parties, PartyList.Filter filter) {}

    @Override
    public String path() {
        return "/parties";
    }

    @Override
    public String nav() {
        return "Parties";
    }

    @Override
    public Answer answer(Ask ask) {
        String country = ask.text("country");
        PartyList.Filter filter = new PartyList.Filter(
                ask.text("q"),
                ask.oneOf("kind", "state", "organization", "group", "person"),
                country == null ? null : country.toUpperCase(Locale.ROOT));
        Slice slice = ask.slice(60);
        PartyList list = ask.reader().parties();
        List<PartyRow> found = list.find(filter, slice.size(), slice.offset());
        return Answer.of("parties.jte", "Parties", new Parties(slice.of(found, list.count(filter)), filter))
                .table(PartyRow.class, found);
    }
}
