package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefTest {
    @TempDir
    Path folder;

    private List<Brief.Line> lines() {
        try (Ledger ledger = Ledger.open(folder.resolve("t.duckdb"))) {
            ledger.add(Readings.quarrel());
            ledger.derive();
            Queries queries = ledger.queries();
            String id = queries.disputes("trawlers", 1).get(0).id();
            return Brief.of(Objects.requireNonNull(queries.dispute(id))).sections().stream()
                    .flatMap(s -> s.lines().stream())
                    .toList();
        }
    }

    @Test
    void movesReadAsSentences() {
        assertThat(lines()).extracting(Brief.Line::text).contains("1 March 2024: Ostland makes a demand of Westland");
    }

    @Test
    void everyLineButTheFirstHasItsSource() {
        assertThat(lines().stream().skip(1))
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l.source()).isNotBlank());
    }
}
