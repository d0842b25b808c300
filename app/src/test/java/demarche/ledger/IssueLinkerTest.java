package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssueLinkerTest {
    private static IssueLinker.Naming naming(String story, int day, String side, String text) {
        return new IssueLinker.Naming(story + "-q1", story, LocalDate.of(2024, 3, day), side, null, text, null);
    }

    private static Disputes.Topic about(String... words) {
        Map<String, Double> vector = new HashMap<>();
        for (String word : words) {
            vector.put(word, 1.0);
        }
        return new Disputes.Topic(null, TopicVectors.normal(vector), Set.of("ost", "wes"));
    }

    private static boolean one(IssueLinker.Naming a, IssueLinker.Naming b, Disputes.Topic ofA, Disputes.Topic ofB) {
        return IssueLinker.link(List.of(a, b), Map.of(a.story(), ofA, b.story(), ofB))
                        .issues()
                        .size()
                == 1;
    }

    @Test
    void theSameWordInStoriesOfOtherThingsIsAnotherIssue() {
        assertThat(one(
                        naming("s1", 1, "ost", "harbour rules"),
                        naming("s2", 2, "ost", "school rules"),
                        about("harbour", "trawler", "pilot"),
                        about("school", "teacher", "lesson")))
                .isFalse();
    }

    @Test
    void anotherNameInStoriesOfTheSameThingIsTheSameIssue() {
        assertThat(one(
                        naming("s1", 1, "ost", "harbour rules"),
                        naming("s2", 2, "wes", "the rules"),
                        about("harbour", "trawler", "pilot"),
                        about("harbour", "trawler", "fee")))
                .isTrue();
    }
}
