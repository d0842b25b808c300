package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatItWroteIsUndoneWithItsTransaction() {
        try (Database database = Database.open(folder.resolve("t.duckdb"))) {
            assertThatThrownBy(() -> database.executeInTransaction(c -> {
                        try (TableWriter rows = new TableWriter(c, "meta")) {
                            rows.add("half", "done");
                        }
                        throw new IllegalStateException("stopped here");
                    }))
                    .hasMessage("stopped here");
            assertThat(database.meta("half", "nothing")).isEqualTo("nothing");
        }
    }
}
