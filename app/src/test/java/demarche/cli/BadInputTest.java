package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code demarche read} on input that is wrong: what it says, what it still reads, and its exit code. */
class BadInputTest {
    private static final String GOOD =
            "Ukraine demanded on Monday that Turkey return the trawlers. Its crews have waited for a week now, he said.";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int read(Path... inputs) {
        CommandLine line = new CommandLine(new ReadCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        java.util.List<String> args = new java.util.ArrayList<>(java.util.List.of("--format", "jsonl"));
        for (Path input : inputs) {
            args.add(input.toString());
        }
        return line.execute(args.toArray(String[]::new));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeReadIsNamedAndCountedAndTheRestGoesOn() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 18; i++) {
            lines.append(i == 17 ? "{\"id\":\"cut" : "{\"id\":\"" + i + "\",\"text\":\"" + GOOD + "\"}")
                    .append('\n');
        }
        Path empty = file("empty.txt", "");
        Path binary = file("binary.bin", new byte[] {1, 2, 0, 3, 0, 0, 9});
        Path json = file("cut.jsonl", lines.toString());
        Path page = file("page.html", "<!DOCTYPE html><html><body><nav><a href=\"/\">Home</a></nav></body></html>");
        Path missing = folder.resolve("missing.txt");
        Path good = file("good.txt", GOOD);
        assertThat(read(empty, binary, json, page, missing, good)).isEqualTo(Main.SOME_SKIPPED);
        assertThat(out.toString().lines()).hasSize(18);
        assertThat(err.toString())
                .contains(
                        empty + ": the file is empty",
                        binary + ": a binary file",
                        json + ":17: the JSON is cut short",
                        page + ": no article found",
                        missing + ": no such file",
                        "18 stories read, 5 skipped.");
    }

    @Test
    void nothingReadableIsExitTwo() throws IOException {
        assertThat(read(file("empty.txt", ""))).isEqualTo(Main.INPUT);
    }

    @Test
    void brokenUtf8IsReadAndSaid() throws IOException {
        byte[] bytes = (GOOD + " \u00e9\u00e8 " + GOOD).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(file("latin.txt", bytes))).isEqualTo(Main.FINE);
        assertThat(err.toString()).contains("not valid UTF-8");
    }

    @Test
    void aFolderIsReadFileByFile() throws IOException {
        file("a.txt", GOOD);
        file("b.txt", GOOD);
        assertThat(read(folder)).isEqualTo(Main.FINE);
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void fiftyMegabytesOfTextAreNoStory() throws IOException {
        Path big = folder.resolve("big.txt");
        byte[] part = (GOOD + "\n\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream to = Files.newOutputStream(big)) {
            for (int written = 0; written < 50_000_000; written += part.length) {
                to.write(part);
            }
        }
        assertThat(read(big)).isEqualTo(Main.INPUT);
        assertThat(err.toString()).contains(big + ": larger than 8 MB");
    }

    @Test
    void aSentenceOfFiveThousandTokensIsRead() throws IOException {
        assertThat(read(file("long.txt", "Ukraine accused Turkey " + "and France ".repeat(2500) + "of piracy.\n")))
                .isEqualTo(Main.FINE);
        assertThat(out.toString().lines()).hasSize(1);
    }
}
