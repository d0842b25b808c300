package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.story.InputException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    @TempDir
    Path folder;

    @Test
    void aLedgerOfTheFirstSchemaIsBroughtUpToDate() throws Exception {
        Path file = folder.resolve("old.duckdb");
        make(file, "1");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            assertThat(ledger.queries().disputes(null, 5)).hasSize(1);
            assertThat(ledger.queries()
                            .sql("SELECT value FROM meta WHERE key = 'schema'", 1)
                            .rows()
                            .get(0))
                    .containsExactly(String.valueOf(Database.SCHEMA));
        }
    }

    @Test
    void aLedgerOfANewerSchemaIsRefused() throws Exception {
        Path file = folder.resolve("newer.duckdb");
        make(file, "999");
        assertThatThrownBy(() -> Ledger.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer Demarche");
    }

    private static void make(Path file, String schema) throws Exception {
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement s = c.createStatement();
                InputStream sql = Database.class.getResourceAsStream("/demarche/ledger/V001.sql")) {
            s.execute("CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR)");
            s.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            s.execute("INSERT INTO meta VALUES ('schema', '" + schema + "')");
        }
    }

    @Test
    void tellsHowFarALedgerOfAnOlderDemarcheIsBroughtUpToDate() {
        Path file = folder.resolve("older.duckdb");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.add(Readings.quarrel());
            ledger.derive();
        }
        try (Database database = Database.open(file)) {
            database.executeInTransaction(c -> Database.meta(c, "folded", "older"));
        }
        java.util.List<String> told = new java.util.ArrayList<>();
        int all = Readings.quarrel().size();
        try (Ledger ledger = Ledger.open(file, (done, of) -> told.add(done + "/" + of))) {
            assertThat(told).hasSize(all).last().isEqualTo(all + "/" + all);
            assertThat(ledger.queries().disputes(null, 10)).isNotEmpty();
        }
    }
}
