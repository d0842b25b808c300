package demarche.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.story.EventType;
import demarche.story.InputException;
import demarche.story.Stance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the codebook says when a file of it is wrong. */
class CodebookFaultsTest {
    @TempDir
    Path folder;

    private void file(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void complains(String... parts) {
        assertThatThrownBy(() -> CodebookLoader.load(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndWhatWasMeant() throws Exception {
        file("events/a.yml", "- rule: a\n  event: AID\n  predicates: [a]\n  taks: object\n");
        complains(folder.resolve("events/a.yml")
                + ":4:3: unknown key \"taks\" (did you mean \"takes\"?). Keys here: rule,");
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWithItsPlace() throws Exception {
        file("events/a.yml", "- rule: a\n  event: AID\n  event: AID\n  predicates: [a]\n");
        complains("events/a.yml:3:3: found duplicate key event");
    }

    @Test
    void anUnknownTypeAndAnUnknownClassAreCorrected() throws Exception {
        file(
                "events/a.yml",
                "- rule: a\n  event: SANCTON\n  predicates: [a]\n- rule: b\n  event: AID\n  predicates: [b]\n  object: [\"@talsk\"]\n");
        complains(
                "events/a.yml:2:3: \"SANCTON\" is no event (did you mean \"SANCTION\"?)",
                ":7:3: no class @talsk (did you mean \"@talks\"?)");
    }

    @Test
    void allFaultsOfAllFilesComeAtOnce() throws Exception {
        file("events/a.yml", "- rule: a\n  event: AID\n");
        file("positions/b.yml", "rule: b\n");
        file("clases.yml", "x: [y]\n");
        file("embedding.yml", "- effect: negatd\n  lemmas: [x]\n");
        file("events/c.yml", "- rule: [\n");
        complains(
                "has no predicates",
                "positions/b.yml:1:1: a rule file is a list",
                "clases.yml: not a file of the codebook (did you mean \"classes.yml\"?)",
                "\"negatd\" is not known (did you mean \"NEGATED\"?)",
                "events/c.yml:2:1: ");
    }

    @Test
    void aRuleOfAnotherFileWithTheSameNameIsRefused() throws Exception {
        file("events/zz.yml", "- rule: refuse-to-act\n  event: AID\n  predicates: [a]\n");
        complains("zz.yml:1:3: a second rule named refuse-to-act");
    }

    @Test
    void theSchemaForEditorsKnowsTheSameKeysAndNames() throws Exception {
        JsonNode rule = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("../codebook/codebook.schema.json")))
                .path("items");
        assertThat(rule.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(RuleReader.KEYS);
        assertThat(strings(rule.path("properties").path("event").path("enum")))
                .isEqualTo(Stream.of(EventType.values()).map(Enum::name).toList());
        assertThat(strings(rule.path("properties").path("stance").path("enum")))
                .isEqualTo(Stream.of(Stance.values()).map(Enum::name).toList());
    }

    private static List<String> strings(JsonNode list) {
        List<String> out = new ArrayList<>();
        list.forEach(n -> out.add(n.asString()));
        return out;
    }

    @Test
    void theHashTellsCodebooksApart() throws Exception {
        file("events/a.yml", "- rule: a\n  event: AID\n  predicates: [frobnicate]\n");
        assertThat(CodebookLoader.load(folder).hash())
                .isNotEqualTo(CodebookLoader.load().hash());
        assertThat(CodebookLoader.load().hash()).isEqualTo(CodebookLoader.load().hash());
    }

    @Test
    void aSwapOfLettersIsOneSlip() {
        assertThat(Spelling.distance("taeks", "takes")).isEqualTo(1);
        assertThat(Spelling.hint("qqqqqq", List.of("takes"))).isEmpty();
    }
}
