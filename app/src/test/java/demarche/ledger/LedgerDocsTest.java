package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to the ledger names every table and column, and its queries run. */
class LedgerDocsTest {
    private static final Path GUIDE = Path.of("..", "docs", "ledger.md");

    @TempDir
    Path folder;

    @Test
    void everyTableAndColumnIsInTheGuide() throws Exception {
        Map<String, String> sections = new TreeMap<>();
        for (String part : Files.readString(GUIDE).split("\n### ")) {
            sections.put(part.lines().findFirst().orElse(""), part);
        }
        try (Ledger ledger = Ledger.open(folder.resolve("t.duckdb"))) {
            List<List<String>> columns = ledger.queries()
                    .sql(
                            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'main'"
                                    + " AND table_name <> 'meta'",
                            1000)
                    .rows();
            assertThat(columns)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(c -> assertThat(sections.getOrDefault(c.get(0), ""))
                            .as(c.get(0))
                            .contains("`" + c.get(1) + "`"));
        }
    }

    @Test
    void everyQueryOfTheGuideRuns() throws Exception {
        String sql = Files.readString(GUIDE).split("```sql\n")[1].split("```")[0];
        List<String> queries = Arrays.stream(sql.split(";\n"))
                .map(q -> q.lines().filter(l -> !l.startsWith("--")).collect(Collectors.joining("\n")))
                .filter(q -> !q.isBlank())
                .toList();
        assertThat(queries).hasSizeGreaterThan(3);
        try (Ledger ledger = Ledger.open(folder.resolve("t.duckdb"))) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            queries.forEach(
                    q -> assertThat(ledger.queries().sql(q, 100).columns()).isNotEmpty());
        }
    }
}
