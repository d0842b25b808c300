package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFormatTest {
    @TempDir
    Path folder;

    @Test
    void stableReleasesOfOtherProgramsCanOpenTheFile() {
        try (Ledger ledger = Ledger.open(folder.resolve("t.duckdb"))) {
            assertThat(ledger.queries()
                            .sql("SELECT tags::VARCHAR FROM duckdb_databases() WHERE NOT internal", 1)
                            .rows()
                            .get(0)
                            .get(0))
                    .contains("v1.4");
        }
    }
}
