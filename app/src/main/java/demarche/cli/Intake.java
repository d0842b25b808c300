package demarche.cli;

import demarche.read.InputFormat;
import demarche.read.Skipped;
import demarche.read.StoryReader;
import demarche.story.InputException;
import demarche.story.Story;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives a command its stories in groups that fill the encoder, and keeps count of what was skipped. */
final class Intake {
    private static final int GROUP = 32;
    private static final int GROUP_CHARACTERS = 400_000;

    private final PrintWriter err;
    private final List<Story> waiting = new ArrayList<>();
    private int characters;
    private int read;
    private int skipped;

    Intake(PrintWriter err) {
        this.err = err;
    }

    void take(List<String> inputs, @Nullable InputFormat format, Consumer<List<Story>> work) {
        StoryReader reader = new StoryReader(format, story -> add(story, work), this::skip);
        for (String input : inputs) {
            try {
                reader.read(input);
            } catch (InputException e) {
                skip(new Skipped(input, String.valueOf(e.getMessage()).replaceFirst("^\\Q" + input + "\\E: ", "")));
            }
        }
        flush(work);
    }

    private void add(Story story, Consumer<List<Story>> work) {
        waiting.add(story);
        characters += story.text().length();
        read++;
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
        skipped++;
        err.println(s.input() + ": " + s.reason() + (s.reason().endsWith(".") ? " Skipped." : "; skipped."));
    }

    /** Exit code and, when something was skipped, the count. */
    int end() {
        if (skipped > 0) {
            err.println(read + (read == 1 ? " story read, " : " stories read, ") + skipped + " skipped.");
        }
        return skipped == 0 ? Main.FINE : read == 0 ? Main.INPUT : Main.SOME_SKIPPED;
    }
}
