package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void capitalsBecomeWhatTheStoryWrites() {
        assertThat(Headline.of(
                        "OSTLAND SAYS IT KEEPS U.N. TRAWLER RULES <OST>",
                        "Officials in Ostland said it keeps the trawler rules of the U.N. It was asked about them."))
                .isEqualTo("Ostland says it keeps U.N. trawler rules");
    }

    @Test
    void aHeadlineInSmallLettersStays() {
        assertThat(Headline.of("Ostland keeps the trawlers", "")).isEqualTo("Ostland keeps the trawlers");
    }
}
