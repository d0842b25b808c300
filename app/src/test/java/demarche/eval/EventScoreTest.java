package demarche.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventScoreTest {
    private static JsonNode gold(String event, String status) {
        return JsonMapper.shared()
                .readTree("{\"id\":\"%s%s\",\"text\":\"%s %s\",\"event\":%s,\"source\":[],\"target\":[]%s}"
                        .formatted(
                                event,
                                status,
                                event,
                                status,
                                event.equals("null") ? event : "\"" + event + "\"",
                                status.isEmpty() ? "" : ",\"status\":\"" + status + "\""));
    }

    @Test
    void sentencesWithoutAnEventAreNotMissed() {
        List<JsonNode> gold = List.of(gold("AID", ""), gold("null", ""), gold("AID", "negated"), gold("AID", "future"));
        assertThat(EventScore.of(gold, Map.of(), true).figures()).containsEntry("records", 2);
    }
}
