package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.HostileLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists in parts, as programs get them. */
class ListsTest {
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

    @Test
    void followingNextGivesEveryItemOnce() {
        List<String> ids = new ArrayList<>();
        String path = "/stories.json?limit=2";
        while (path != null) {
            JsonNode list = served.json(path).get("stories");
            list.get("items").forEach(i -> ids.add(i.get("id").asString()));
            assertThat(list.get("total").asInt()).isEqualTo(6);
            path = list.get("next").isNull() ? null : list.get("next").asString();
        }
        assertThat(ids).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void nextKeepsWhatElseWasAsked() {
        String next = served.json("/positions.json?stance=offers&q=the&limit=1")
                .get("positions")
                .get("next")
                .asString();
        assertThat(next).isEqualTo("/positions.json?stance=offers&q=the&limit=1&offset=1");
        assertThat(served.json(next).get("positions").get("items").size()).isEqualTo(1);
    }

    @Test
    void pagesAndPartsDoNotMix() {
        assertThat(served.wrong("/stories.json?page=1&limit=2", 400)).contains("page and size");
        assertThat(served.get("/stories?limit=2").statusCode()).isEqualTo(400);
        assertThat(served.wrong("/stories.json?offset=-1", 400)).contains("offset=-1");
        assertThat(served.wrong("/stories.json?limit=10001", 400)).contains("from 1 to 10000");
    }

    @Test
    void whatIsPastTheEndIsEmptyAndHasNoNext() {
        JsonNode list = served.json("/stories.json?limit=2&offset=100").get("stories");
        assertThat(list.get("items").isEmpty()).isTrue();
        assertThat(list.get("next").isNull()).isTrue();
    }

    @Test
    void formulasInCsvAreText() {
        assertThat(served.get("/stories.csv").body()).contains("'=1+1 <script>").doesNotContain(",=1+1");
    }

    @Test
    void whatIsFoundIsCountedTheSameInListAndFacets() {
        JsonNode all = served.json("/events.json?limit=10000");
        int total = all.get("events").get("total").asInt();
        assertThat(all.get("events").get("items").size()).isEqualTo(total).isPositive();
        int byType = 0;
        for (JsonNode value : all.get("facets").get("type")) {
            byType += value.get("count").asInt();
            String type = value.get("value").asString();
            assertThat(served.json("/events.json?type=" + type)
                            .get("events")
                            .get("total")
                            .asInt())
                    .as(type)
                    .isEqualTo(value.get("count").asInt());
        }
        assertThat(byType).isEqualTo(total);
    }
}
