package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.HostileLedger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Users' own SQL over HTTP. */
class SqlPageTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(HostileLedger.in(folder));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static JsonNode ask(String sql) {
        return served.json("/sql.json?sql=" + Served.encoded(sql));
    }

    private static String wrong(String sql) {
        return served.wrong("/sql.json?sql=" + Served.encoded(sql), 400);
    }

    @Test
    void answersWithColumnsAndTypedRows() {
        JsonNode answer = ask("SELECT 1 AS n, 2.5 AS x, true AS b, NULL AS z, 'é' AS t, DATE '2024-01-02' AS d;");
        assertThat(answer.get("columns").toString()).isEqualTo("[\"n\",\"x\",\"b\",\"z\",\"t\",\"d\"]");
        assertThat(answer.get("rows").toString()).isEqualTo("[[1,2.5,true,null,\"é\",\"2024-01-02\"]]");
        assertThat(answer.get("cut").asBoolean()).isFalse();
    }

    @Test
    void keepsTheOrderAndCutsAfterTheLimit() {
        JsonNode answer = served.json(
                "/sql.json?limit=3&sql=" + Served.encoded("SELECT i FROM range(1000000000000) t(i) -- all"));
        assertThat(answer.get("rows").toString()).isEqualTo("[[0],[1],[2]]");
        assertThat(answer.get("cut").asBoolean()).isTrue();
        assertThat(ask("SELECT id FROM stories ORDER BY id DESC")
                        .get("rows")
                        .get(0)
                        .get(0)
                        .asString())
                .startsWith("s4");
        assertThat(ask("DESCRIBE events").get("rows").size()).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE events",
                "INSERT INTO events SELECT * FROM events",
                "SELECT 1; DROP TABLE events",
                "COPY events TO 'x.csv'",
                "ATTACH 'other.duckdb'",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM glob('/*')",
                "SET memory_limit = '10GB'",
                "PRAGMA database_list",
                "WITH x AS (SELECT 1) INSERT INTO meta VALUES ('a', 'b')",
                "SELECT 1) LIMIT 5; DROP TABLE events; SELECT (1",
                "EXPLAIN ANALYZE DELETE FROM events",
                "SELECT nothing",
                "SELECT repeat('x', 5000000)"
            })
    void refusesWhatDoesNotOnlyReadTheLedger(String sql) {
        assertThat(wrong(sql)).isNotBlank();
        assertThat(ask("SELECT count(*) FROM events").get("rows").get(0).get(0).asInt())
                .isEqualTo(6);
    }

    @Test
    void aMistakeIsShownWithTheQuestionAndWhatDuckDbSays() {
        HttpResponse<String> page = served.get("/sql?sql=" + Served.encoded("SELECT titel FROM stories"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("role=\"alert\"")
                .contains("titel")
                .contains("SELECT titel FROM stories</textarea>");
        assertThat(wrong("SELECT titel FROM stories")).contains("title");
    }

    @Test
    void whatStoriesSayIsEscapedInTheAnswerAndTheQuestion() {
        String page = served.get("/sql?sql=" + Served.encoded("SELECT title, outlet, '</textarea>' AS x FROM stories"))
                .body();
        assertThat(page)
                .doesNotContain(HostileLedger.SCRIPT)
                .contains("&lt;script&gt;")
                .doesNotContain("AS x FROM stories</textarea></textarea>");
        assertThat(page).contains("&lt;/textarea&gt;");
    }

    @Test
    void givesCsvAndLinksStories() {
        assertThat(served.get("/sql.csv?sql=" + Served.encoded("SELECT id, published FROM stories ORDER BY id LIMIT 1"))
                        .body())
                .isEqualTo("id,published\r\nh1-" + idOf("h1") + ",2024-04-01\r\n");
        assertThat(served.get("/sql?sql=" + Served.encoded("SELECT id AS story FROM stories"))
                        .body())
                .contains("<a href=\"/stories/s1-");
    }

    private static String idOf(String story) {
        return ask("SELECT id FROM stories WHERE id LIKE '" + story + "-%'")
                .get("rows")
                .get(0)
                .get(0)
                .asString()
                .substring(3);
    }

    @Test
    void showsTheSchemaWhenNothingIsAsked() {
        assertThat(served.json("/sql.json").get("schema").toString())
                .contains("\"shift_sentences\"")
                .contains("\"VARCHAR\"");
        assertThat(served.get("/sql").body()).contains("<summary>events</summary>");
        assertThat(served.get("/sql.csv").statusCode()).isEqualTo(404);
    }
}
