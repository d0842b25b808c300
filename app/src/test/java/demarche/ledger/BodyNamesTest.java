package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyNamesTest {
    private static BodyNames.Body body(String id, String name, @Nullable String country, int stories) {
        return new BodyNames.Body(id, name, country, stories, true);
    }

    @Test
    void aFirmIsOneWhateverCountryAStoryPutsItIn() {
        assertThat(BodyNames.same(
                        List.of(
                                body("harbour-steel-ost", "Harbour Steel Corp", "OST", 5),
                                body("harbour-steel-wes", "Harbour Steel", "WES", 2)),
                        Map.of()))
                .isEqualTo(Map.of("harbour-steel-wes", "harbour-steel-ost"));
    }

    @Test
    void officesOfTwoStatesStayTwo() {
        assertThat(BodyNames.same(
                        List.of(
                                body("fisheries-board-ost", "Fisheries Board", "OST", 5),
                                body("fisheries-board-wes", "Fisheries Board", "WES", 2)),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void aBodyOfManyNamesIsOneWithThoseWhoSpeakForIt() {
        assertThat(BodyNames.same(
                        List.of(
                                body("european-community-igo", "European Community", "IGO", 9),
                                body("ec-igo", "EC", "IGO", 4),
                                body("ec-commission-igo", "EC Commission", "IGO", 3),
                                new BodyNames.Body("ec-farm-ministers-igo", "EC farm ministers", "IGO", 1, false),
                                body("ec-tools-ost", "EC Tools", "OST", 1)),
                        Map.of()))
                .isEqualTo(Map.of(
                        "ec-igo", "european-community-igo",
                        "ec-commission-igo", "european-community-igo",
                        "ec-farm-ministers-igo", "european-community-igo"));
    }
}
