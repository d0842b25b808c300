package demarche.ledger;

import java.nio.file.Path;

/** A small ledger for tests of what is served, made without an encoder. */
public final class ServedLedger {
    private ServedLedger() {}

    /** Opens a new ledger with a quarrel over trawlers in it. */
    public static Ledger in(Path folder) {
        Ledger ledger = Ledger.open(folder.resolve("served.duckdb"));
        ledger.add(Readings.quarrel());
        ledger.derive();
        return ledger;
    }
}
