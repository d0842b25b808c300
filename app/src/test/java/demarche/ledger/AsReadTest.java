package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AsReadTest {
    @TempDir
    Path folder;

    private ObjectNode dispute = JsonMapper.shared().createObjectNode();

    @BeforeEach
    void completeTheQuarrel() {
        try (Ledger ledger = Ledger.open(folder.resolve("t.duckdb"))) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            Queries queries = ledger.queries();
            String id = queries.disputes("trawlers", 1).get(0).id();
            dispute = JsonMapper.shared().valueToTree(queries.dispute(id));
            try (Reader reader = ledger.reader()) {
                new AsRead(reader).complete(dispute);
            }
        }
    }

    @Test
    void eventsHaveTheStatusAndTheSpansOfTheirReading() {
        JsonNode event = dispute.path("events").path(0);
        assertThat(event.path("status").path("negated").isBoolean()).isTrue();
        assertThat(event.path("evidence").path("end").asInt())
                .isEqualTo(event.path("sentence").asString().length());
        assertThat(event.has("magnitude")).isTrue();
    }

    @Test
    void fieldsOfTheLedgerKeepTheirValues() {
        JsonNode position = dispute.path("positions").path(0);
        assertThat(position.path("party").asString()).isEqualTo("Ostland");
        assertThat(position.path("evidence").path("start").isInt()).isTrue();
        assertThat(position.path("id").asString())
                .startsWith(position.path("story").asString());
    }
}
