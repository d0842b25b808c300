package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.parse.Parser;
import demarche.parse.WordVectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NearWordsTest {
    private static WordVectors vectors;

    @BeforeAll
    static void load() {
        try (Parser parser = Parser.load(null, 1, 1)) {
            vectors = parser.vectors();
        }
    }

    private static NearWords among(String... words) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : words) {
            counts.put(word, 9);
        }
        return new NearWords(vectors, counts);
    }

    private static List<String> near(NearWords words, String word) {
        return words.of(word).stream().map(NearWords.Near::word).toList();
    }

    @Test
    void wordsOfLikeMeaningAreNearAndOthersAreNot() {
        NearWords words =
                among("soldiers", "tariff", "bank", "negotiations", "weather", "delayed", "harbour", "meat", "said");
        assertThat(near(words, "troops")).containsExactly("soldiers");
        assertThat(near(words, "postponed")).containsExactly("delayed");
        assertThat(near(words, "beef")).containsExactly("meat");
    }

    @Test
    void otherFormsOfTheWordItselfAreLeftToTheIndex() {
        assertThat(near(among("soldier", "soldiers", "bank", "weather"), "soldiers"))
                .doesNotContain("soldier", "soldiers");
    }

    @Test
    void aLedgerWithoutWordsHasNoneNear() {
        assertThat(among().of("troops")).isEmpty();
        assertThat(among("bank", "weather").of("\u2603")).isEmpty();
    }

    @Test
    void rareWordsOfALargeLedgerAreLeftOut() {
        NearWords words = new NearWords(vectors, Map.of("soldiers", 1, "bank", 90, "weather", 90, "tariff", 90));
        assertThat(words.of("troops")).isEmpty();
    }
}
