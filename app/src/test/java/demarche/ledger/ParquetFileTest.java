package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.exchange.Coverage;
import demarche.exchange.EventFormat;
import demarche.story.SampleReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {
    @TempDir
    Path folder;

    @Test
    void aTableKeepsItsColumnsWithTheirTypes() throws Exception {
        Path table = folder.resolve("events.tsv");
        Path to = folder.resolve("events.parquet");
        Files.write(table, EventFormat.GDELT.lines(SampleReading.make(), Coverage.of("The Post")));
        ParquetFile.ofTable(EventFormat.GDELT.columns(), EventFormat.GDELT.separator(), table, to);
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT * FROM '" + to + "'")) {
            assertThat(r.next()).isTrue();
            assertThat(r.getMetaData().getColumnCount()).isEqualTo(61);
            assertThat(r.getLong("SQLDATE")).isEqualTo(20260302);
            assertThat(r.getString("AvgTone")).isNull();
        }
    }
}
