package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.story.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("test.duckdb");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.add(Readings.quarrel());
        }
    }

    @Test
    void everyTableGoesToEveryFormat() {
        try (Ledger ledger = Ledger.openForExport(file)) {
            Export export = ledger.export();
            assertThat(export.tables()).contains("positions", "shift_sentences").doesNotContain("meta");
            for (Export.Format format : Export.Format.values()) {
                for (String table : export.tables()) {
                    Path to = folder.resolve(table + format.ending());
                    long rows = export.write(table, to, format);
                    assertThat(to).exists();
                    assertThat(rows).isGreaterThanOrEqualTo(table.equals("positions") ? 3 : 0);
                }
            }
        }
    }

    @Test
    void anAnswerToASelectIsWrittenAsItIs() throws Exception {
        Path to = folder.resolve("who's who.csv");
        try (Ledger ledger = Ledger.openForExport(file)) {
            assertThat(ledger.export()
                            .write("SELECT name, country FROM parties ORDER BY name;", to, Export.Format.of(to)))
                    .isEqualTo(2);
        }
        assertThat(Files.readString(to)).isEqualTo("name,country\nOstland,OST\nWestland,WES\n");
    }

    @Test
    void whatCannotBeExportedIsToldClearly() {
        try (Ledger ledger = Ledger.openForExport(file)) {
            Export export = ledger.export();
            assertThatThrownBy(() -> export.write("partys", folder.resolve("x.csv"), Export.Format.CSV))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no such table");
            assertThatThrownBy(() -> export.write("DROP TABLE stories", folder.resolve("x.csv"), Export.Format.CSV))
                    .isInstanceOf(InputException.class);
            assertThatThrownBy(() -> export.write("stories", folder.resolve("no/such/x.csv"), Export.Format.CSV))
                    .isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> Export.Format.of(Path.of("x.xlsx"))).hasMessageContaining(".parquet");
    }

    @Test
    void aLedgerThatIsQueriedCannotWriteFiles() {
        try (Ledger ledger = Ledger.open(file)) {
            assertThatThrownBy(() -> ledger.export().write("stories", folder.resolve("y.csv"), Export.Format.CSV))
                    .isInstanceOf(InputException.class);
        }
    }
}
