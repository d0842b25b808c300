package demarche.bench;

import demarche.read.InputFormat;
import demarche.read.StoryReader;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * One system reading the stories in a process of its own. The first half warms it up (loading and compiling are counted
 * with the whole); the second half is also counted by itself.
 */
abstract class Contender {
    private long sentences;

    /** Loads what the system needs. */
    abstract void load(int workers);

    /** Reads stories with all workers and calls {@link #read} for each; returns when all are read. */
    abstract void readAll(List<Story> stories);

    synchronized void read(int sentencesOfStory) {
        sentences += sentencesOfStory;
    }

    /** Runs and prints the figures as one line of JSON. */
    final void run(String input, int workers) {
        List<Story> stories = stories(input);
        Meter began = new Meter(0, 0);
        load(workers);
        Meter loaded = Meter.now();
        int half = stories.size() / 2;
        readAll(stories.subList(0, half));
        Meter warm = Meter.now();
        long before = sentences;
        readAll(stories.subList(half, stories.size()));
        Meter end = Meter.now();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("loaded", loaded.since(began));
        out.put("whole", part(stories, sentences, end.since(began)));
        out.put("warm", part(stories.subList(half, stories.size()), sentences - before, end.since(warm)));
        out.put("peakBytes", Meter.peakMemory());
        System.out.println(new JsonMapper().writeValueAsString(out));
        System.out.flush();
    }

    private static Map<String, Object> part(List<Story> stories, long sentences, Map<String, Double> seconds) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("stories", stories.size());
        out.put("sentences", sentences);
        out.put("words", stories.stream().mapToLong(s -> words(text(s))).sum());
        out.putAll(seconds);
        return out;
    }

    /** All stories of a file that {@link Stories} made. */
    static List<Story> stories(String input) {
        List<Story> out = new ArrayList<>();
        Consumer<demarche.read.Skipped> skip = s -> System.err.println(s.input() + ": " + s.reason());
        new StoryReader(InputFormat.JSONL, out::add, skip).read(input);
        return out;
    }

    /** Title and text, as both systems get them. */
    static String text(Story story) {
        return story.title() == null ? story.text() : story.title() + "\n\n" + story.text();
    }

    /** Words between blanks: the same count for every system. */
    static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
