package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
    private final KeptAnswers kept = new KeptAnswers();
    private final List<String> asked = new ArrayList<>();

    private Answer at(long version, String address) {
        return kept.at(version, address, () -> {
            asked.add(version + address);
            return Answer.of("today.jte", address, version);
        });
    }

    @Test
    void anAnswerIsAskedForOnceAsLongAsTheLedgerDoesNotChange() {
        assertThat(at(1, "/a").model()).isEqualTo(1L);
        at(1, "/b");
        at(1, "/a");
        assertThat(asked).containsExactly("1/a", "1/b");
    }

    @Test
    void whenTheLedgerHasChangedNothingOldIsAnswered() {
        at(1, "/a");
        assertThat(at(2, "/a").model()).isEqualTo(2L);
        assertThat(at(2, "/a").model()).isEqualTo(2L);
        assertThat(asked).containsExactly("1/a", "2/a");
    }

    @Test
    void whoAskedBeforeTheChangeDoesNotSpoilWhatIsKept() {
        at(2, "/a");
        at(1, "/a");
        assertThat(at(2, "/a").model()).isEqualTo(2L);
    }

    @Test
    void theLongestUnaskedIsForgottenFirst() {
        for (int i = 0; i < 65; i++) {
            at(1, "/" + i);
        }
        asked.clear();
        at(1, "/64");
        at(1, "/0");
        assertThat(asked).containsExactly("1/0");
    }
}
