package demarche.serve;

import demarche.ledger.Views.EventView;
import java.util.ArrayList;
import java.util.List;

/** How events read. */
public final class Events {
    private Events() {}

    /** PLOVER's auxiliary modes that an event has, as words. */
    public static List<String> status(EventView e) {
        List<String> out = new ArrayList<>();
        if (e.negated()) {
            out.add("did not happen");
        }
        if (e.future()) {
            out.add("future");
        }
        if (e.hypothetical()) {
            out.add("hypothetical");
        }
        if (e.historical()) {
            out.add("background");
        }
        return out;
    }
}
