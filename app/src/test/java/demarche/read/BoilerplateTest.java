package demarche.read;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoilerplateTest {
    private static Story mark(String text) {
        return Boilerplate.mark(new Story("s", null, text, null, null, null, null, List.of()));
    }

    @Test
    void everyExampleOfTheDataFileIsMarkedWithItsKind() {
        Boilerplate.examples()
                .forEach((line, kind) -> assertThat(
                                mark("Ostland met Westland.\n" + line).boilerplate())
                        .as(line)
                        .extracting(Story.Boilerplate::kind)
                        .containsExactly(kind));
    }

    @Test
    void plainSentencesAreLeftAlone() {
        for (String line : List.of(
                "The post of ambassador is vacant, Ostland said.",
                "Share prices fell in Ostburg on Monday.",
                "Follow-up talks are planned.",
                "Reporting restrictions were lifted by the court.")) {
            assertThat(mark(line).boilerplate()).as(line).isEmpty();
        }
    }

    @Test
    void offsetsCountCodePoints() {
        Story story = mark("😀 Ostland met Westland. 😀\n  Advertisement  \nEnd.");
        Story.Boilerplate found = story.boilerplate().get(0);
        String marked = story.text()
                .substring(
                        story.text().offsetByCodePoints(0, found.start()),
                        story.text().offsetByCodePoints(0, found.end()));
        assertThat(marked).isEqualTo("Advertisement");
    }
}
