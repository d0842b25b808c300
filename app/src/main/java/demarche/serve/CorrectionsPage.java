package demarche.serve;

import demarche.ledger.Correction;
import demarche.ledger.Corrections;
import java.util.List;

/** The log of corrections, the newest first. */
final class CorrectionsPage implements Page {
    /** What the page shows. */
    record Log(Listed<Correction> corrections) {}

    @Override
    public String path() {
        return "/corrections";
    }

    @Override
    public Answer answer(Ask ask) {
        Corrections log = ask.reader().corrections();
        Slice slice = ask.slice(100);
        List<Correction> found = log.newest(slice.size(), slice.offset());
        return Answer.of("corrections.jte", "Corrections", new Log(slice.of(found, log.count())))
                .table(Correction.class, found);
    }
}
