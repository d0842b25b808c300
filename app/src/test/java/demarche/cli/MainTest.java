package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void helpAndVersionAreFine() {
        assertThat(Main.run("--help")).isEqualTo(Main.FINE);
        assertThat(Main.run("--version")).isEqualTo(Main.FINE);
        assertThat(Main.run("read", "--help")).isEqualTo(Main.FINE);
    }

    @Test
    void wrongUseIsTwo() {
        assertThat(Main.run("raed")).isEqualTo(Main.INPUT);
        assertThat(Main.run("read")).isEqualTo(Main.INPUT);
    }

    @Test
    void theHelpNamesTheExitCodes() {
        assertThat(new CommandLine(Main.class).getUsageMessage()).contains("0 all well", "3 done", "70 a fault");
    }
}
