package demarche.cli;

import demarche.read.InputFormat;
import demarche.read.Skipped;
import demarche.read.StoryReader;
import demarche.story.InputException;
import demarche.story.Story;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a command its stories in groups that fill the encoder, and keeps count of what was skipped. */
final class Intake {
    private static final int GROUP = 32;
    private static final int GROUP_CHARACTERS = 400_000;

    private final PrintWriter err;
    private final List<Story> waiting = new ArrayList<>();
    private int characters;
    private int read;
    private final List<Skipped> skipped = new ArrayList<>();
    private long bytes;
    private @Nullable StoryReader reader;

    Intake(PrintWriter err) {
        this.err = err;
    }

    /** Gives the stories in groups. */
    void take(List<String> inputs, @Nullable InputFormat format, Consumer<List<Story>> work) {
        each(inputs, format, story -> add(story, work));
        flush(work);
    }

    /** Gives the stories one by one. */
    void each(List<String> inputs, @Nullable InputFormat format, Consumer<Story> work) {
        StoryReader taking = new StoryReader(
                format,
                story -> {
                    read++;
                    work.accept(story);
                },
                this::skip);
        reader = taking;
        bytes = inputs.stream().mapToLong(Intake::size).sum();
        for (String input : inputs) {
            try {
                taking.read(input);
            } catch (InputException e) {
                skip(new Skipped(input, String.valueOf(e.getMessage()).replaceFirst("^\\Q" + input + "\\E: ", "")));
            }
        }
    }

    /** A story that was given out but could not be read. */
    void refused(Story story, InputException e) {
        read--;
        skip(new Skipped(story.id(), String.valueOf(e.getMessage()).replaceFirst("^\\Q" + story.id() + "\\E: ", "")));
    }

    private void add(Story story, Consumer<List<Story>> work) {
        waiting.add(story);
        characters += story.text().length();
        if (waiting.size() >= GROUP || characters >= GROUP_CHARACTERS) {
            flush(work);
        }
    }

    private void flush(Consumer<List<Story>> work) {
        if (!waiting.isEmpty()) {
            work.accept(List.copyOf(waiting));
            waiting.clear();
            characters = 0;
        }
    }

    void skip(Skipped s) {
        if (s.reason().contains("not left out")) {
            err.println(s.input() + ": " + s.reason() + ".");
            return;
        }
        skipped.add(s);
        err.println(s.input() + ": " + s.reason() + (s.reason().endsWith(".") ? " Skipped." : "; skipped."));
    }

    private static long size(String input) {
        try (Stream<Path> files = input.equals("-") ? Stream.empty() : Files.walk(Path.of(input))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException | InvalidPathException e) {
            return 0;
        }
    }

    /** What share of the input is read, by the size of its files (0 when that is not known). */
    double share() {
        return bytes == 0 || reader == null ? 0 : Math.min(0.99, (double) reader.taken() / bytes);
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** What was skipped, with the reasons. */
    Map<String, String> reasons() {
        Map<String, String> out = new LinkedHashMap<>();
        skipped.forEach(s -> out.putIfAbsent(s.input(), s.reason()));
        return out;
    }

    /** Exit code and, when something was skipped, the count. */
    int end() {
        if (!skipped.isEmpty()) {
            err.println(read + (read == 1 ? " story read, " : " stories read, ") + skipped.size() + " skipped.");
        }
        return skipped.isEmpty() ? Main.FINE : read == 0 ? Main.INPUT : Main.SOME_SKIPPED;
    }
}
