package demarche.serve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import demarche.ledger.DisputeList;
import demarche.ledger.PartyList;
import demarche.ledger.PartyList.PartyRow;
import demarche.ledger.Reader;
import demarche.ledger.Views;
import demarche.ledger.Views.PositionView;
import demarche.ledger.Views.StatementView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One party: its roles, what it holds, whom it deals with and how, what it said. */
final class PartyPage implements Page {
    private static final int ROLES = 12;
    private static final int MEMBERS = 30;
    private static final int POSITIONS = 60;
    private static final int STATEMENTS = 40;
    private static final int SHIFTS = 12;
    private static final int DISPUTES = 15;
    private static final int DYADS = 12;

    /** What the page shows: {@code side} is null for a side of its own; {@code dyads} the others it deals with. */
    record PartyModel(
            @JsonUnwrapped PartyRow party,
            @Nullable PartyRow stands,
            List<PartyList.Role> roles,
            List<PartyList.Member> members,
            List<DisputeRow> disputes,
            List<Views.ShiftView> shifts,
            List<PositionView> positions,
            List<Dyad> dyads,
            Listed<StatementView> statements) {}

    @Override
    public String path() {
        return "/parties/{id}";
    }

    @Override
    public Answer answer(Ask ask) {
        String id = ask.id();
        Reader reader = ask.reader();
        PartyList list = reader.parties();
        PartyRow party = list.one(id);
        if (party == null) {
            throw new NotFound("There is no party with the id " + id + ".", id.replace('-', ' '));
        }
        List<PositionView> positions = list.positions(id, POSITIONS);
        List<Views.DisputeView> disputes =
                reader.disputes().find(new DisputeList.Filter(null, null, id), DisputeList.Order.NEWEST, DISPUTES, 0);
        Slice slice = ask.slice(STATEMENTS);
        PartyModel model = new PartyModel(
                party,
                party.side().equals(id) ? null : list.one(party.side()),
                list.roles(id, ROLES),
                list.members(id, MEMBERS),
                DisputeRow.of(reader.disputes(), disputes),
                list.shifts(id, SHIFTS),
                positions,
                Dyad.of(id, list, DYADS),
                slice.of(list.statements(id, slice.limit(), slice.offset()), list.statementCount(id)));
        return Answer.of("party.jte", party.name(), model).table(PositionView.class, positions);
    }
}
