package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of docs/codebook.md, with the rule that stands there. */
class CodebookCommandsTest {
    private static final Path GUIDE = Path.of("../docs/codebook.md");

    @TempDir
    Path folder;

    private String printed = "";

    @BeforeEach
    void followTheGuide() throws Exception {
        String guide = Files.readString(GUIDE);
        String rule = guide.substring(guide.indexOf("```yaml\n- rule:") + 8);
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("events/shadowing.yml"), rule.substring(0, rule.indexOf("```")));
    }

    private int run(String... args) {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new CodebookCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .setExecutionExceptionHandler((e, line, result) -> {
                    out.write(String.valueOf(e.getMessage()));
                    return Main.INPUT;
                })
                .execute(args);
        printed = out.toString();
        return code;
    }

    @Test
    void theGuidesRuleDoesWhatTheGuideSays() throws Exception {
        assertThat(run("test", "--codebook", folder.toString(), "events/shadowing.yml"))
                .isEqualTo(Main.FINE);
        assertThat(printed).contains("1 rule, 3 examples, 0 not coded as they say.");
        assertThat(Files.readString(GUIDE)).contains(printed.strip());
    }

    @Test
    void whyTellsWhatWasCodedAndWhereOtherRulesStopped() {
        assertThat(run("why", "Ostland shadowed a frigate of Westland.")).isEqualTo(Main.FINE);
        assertThat(printed).contains("nothing is coded", "shadowed");
        run("why", "--codebook", folder.toString(), "Ostland shadowed the valley of Westland.");
        assertThat(printed).contains("shadow-ship", "object: \"valley\" is none of its 5 words");
    }

    @Test
    void anExampleThatFailsIsShownWithWhatWasCoded() throws Exception {
        Path file = folder.resolve("events/shadowing.yml");
        Files.writeString(file, Files.readString(file).replace("-> Westland]", "-> Nordia]"));
        assertThat(run("test", "--codebook", folder.toString(), "shadow-ship")).isEqualTo(Main.CHECK_SAID_NO);
        assertThat(printed)
                .contains("wanted: Ostland MOBILIZE/troops -> Nordia", "coded:  Ostland MOBILIZE/troops -> Westland");
    }

    @Test
    void anUnknownFileOfRulesIsAnError() {
        assertThat(run("test", "events/no-such.yml")).isEqualTo(Main.INPUT);
        assertThat(printed).contains("no rule file and no rule is called so");
    }

    @Test
    void measureCountsWhatEachRuleCodesAndHowOftenItIsRight() throws Exception {
        Path gold = folder.resolveSibling("gold.jsonl");
        Files.writeString(gold, """
                {"id":"a","text":"Ukraine shadowed a frigate of Turkey.","event":"MOBILIZE"}
                {"id":"b","text":"Turkey shadowed a frigate of Bulgaria.","event":"AID"}
                """);
        assertThat(run("measure", "--codebook", folder.toString(), "--gold", gold.toString()))
                .isEqualTo(Main.FINE);
        assertThat(printed).contains("2 stories, 12 words").containsPattern("2 +0 +1 of 2 +shadow-ship");
    }
}
