package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.story.InputException;
import demarche.story.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParserTest {
    private static final String TEXT =
            "Ostland's foreign minister, Ilsa Brannik, said on Monday that the government would not"
                    + " return the trawlers.\n“We will not sign,” she told reporters in Kestrel. Westmark rejected the claim.";

    private static Parser parser;

    @BeforeAll
    static void load() {
        parser = Parser.load(null, 2, 1);
    }

    @AfterAll
    static void close() {
        parser.close();
    }

    private static Story story(String text) {
        return new Story("s", null, text, null, null, null, null, List.of());
    }

    private static void assertSound(Parse parse) {
        for (int i = 0; i < parse.sentences().size(); i++) {
            Sentence s = parse.sentences().get(i);
            assertThat(s.index()).isEqualTo(i);
            assertThat(s.dependents(0)).hasSize(1).allMatch(t -> t.relation().equals("root"));
            for (Token t : s.tokens()) {
                assertThat(s.span().covers(t.span())).isTrue();
                assertThat(t.lemma()).isNotEmpty();
                int at = t.index();
                for (int steps = 0; at != 0; steps++) {
                    assertThat(steps).isLessThanOrEqualTo(s.tokens().size());
                    at = s.token(at).head();
                }
            }
        }
    }

    @Test
    void a_story_gets_trees_names_and_attributions() {
        Parse parse = parser.parse(story(TEXT));
        assertSound(parse);
        assertThat(parse.sentences()).hasSize(3);
        Sentence first = parse.sentences().get(0);
        Token said = first.token(9);
        assertThat(said.form()).isEqualTo("said");
        assertThat(said.lemma()).isEqualTo("say");
        assertThat(said.upos()).isEqualTo("VERB");
        assertThat(said.relation()).isEqualTo("root");
        assertThat(first.names()).anySatisfy(n -> {
            assertThat(n.kind()).isEqualTo(Sentence.Name.Kind.PERSON);
            assertThat(first.token(n.last()).form()).isEqualTo("Brannik");
        });
        assertThat(parse.attributions()).anySatisfy(a -> {
            assertThat(a.cue()).contains(new Parse.Range(0, 9, 9));
            assertThat(a.content()).isNotEmpty();
        });
    }

    @Test
    void a_story_alone_and_among_others_is_parsed_alike() {
        List<Story> stories = IntStream.range(0, 6)
                .mapToObj(i -> story(TEXT + " Talks end.".repeat(i * 7)))
                .toList();
        List<Parse> together = parser.parse(stories);
        for (int i = 0; i < stories.size(); i++) {
            assertThat(parser.parse(stories.get(i))).isEqualTo(together.get(i));
        }
    }

    @Test
    void very_short_and_very_long_sentences_are_parsed() {
        assertSound(parser.parse(story("Yes\nNo.\n!\nOstland")));
        Parse unbroken = parser.parse(story("antidisestablishmentarianism ".repeat(5000)));
        assertSound(unbroken);
        assertThat(unbroken.sentences().stream()
                        .mapToInt(s -> s.tokens().size())
                        .sum())
                .isEqualTo(5000);
        assertThat(parser.parse(story("  \n ")).sentences()).isEmpty();
    }

    @Test
    void a_text_of_fifty_million_characters_is_refused() {
        assertThatThrownBy(() -> parser.parse(story("Ostland. ".repeat(5_000_000))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Split it");
    }

    @Test
    void a_folder_without_a_model_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> Parser.load(folder, 1, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("encoder.onnx: no such file");
    }
}
