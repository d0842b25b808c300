package demarche.read;

import demarche.story.InputException;
import demarche.story.Story;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens files, folders and standard input and gives the stories in them, one by one.
 *
 * <p>Input that gives no story is handed to {@code skipped} with its place and the reason; the rest goes on.
 */
public final class StoryReader {
    /** Longest text of a story, in bytes. */
    public static final int MOST_BYTES = 8_000_000;

    private static final int LOOK = 16_384;

    private final @Nullable InputFormat forced;
    private final Consumer<Story> stories;
    private final Consumer<Skipped> skipped;
    private long taken;

    /** Adds what is read of a file, before it is decompressed, to {@link #taken}. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            taken += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            taken += Math.max(0, count);
            return count;
        }
    }

    /** {@code forced} is the format of all inputs; null: told from each one's content and name. */
    public StoryReader(@Nullable InputFormat forced, Consumer<Story> stories, Consumer<Skipped> skipped) {
        this.forced = forced;
        this.stories = stories;
        this.skipped = skipped;
    }

    /** How many bytes of files were taken in so far, compressed ones as they lie. */
    public long taken() {
        return taken;
    }

    /**
     * Reads an input: a file, a folder (all files in it, in order of their names), or {@code -} for standard input.
     *
     * @throws InputException when there is no such file
     */
    public void read(String input) {
        if (input.equals("-")) {
            stream("standard input", System.in);
            return;
        }
        Path path = Path.of(input);
        if (!Files.exists(path)) {
            throw new InputException(input + ": no such file. Name a file, a folder, or - for standard input.");
        }
        if (Files.isDirectory(path)) {
            folder(path);
        } else {
            file(path);
        }
    }

    private void folder(Path folder) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(p -> !p.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            skipped.accept(new Skipped(folder.toString(), "cannot be listed: " + e.getMessage()));
            return;
        }
        if (files.isEmpty()) {
            skipped.accept(new Skipped(folder.toString(), "the folder holds no files"));
        }
        files.forEach(this::file);
    }

    private void file(Path file) {
        try (InputStream in = new Counted(Files.newInputStream(file))) {
            stream(file.toString(), in);
        } catch (IOException e) {
            skipped.accept(new Skipped(file.toString(), "cannot be read: " + e.getMessage()));
        }
    }

    private void stream(String name, InputStream raw) {
        try {
            BufferedInputStream in = unzipped(new BufferedInputStream(raw, LOOK));
            in.mark(LOOK);
            byte[] head = in.readNBytes(LOOK - 1);
            in.reset();
            if (head.length == 0) {
                skipped.accept(new Skipped(name, "the file is empty"));
                return;
            }
            InputFormat format = forced != null ? forced : Formats.detect(name, head);
            switch (format) {
                case JSONL -> new JsonLines(name, stories, skipped).read(in);
                case WARC -> new Warc(name, stories, skipped).read(in);
                case TEXT, FEED, HTML -> whole(name, in, format);
            }
        } catch (IOException e) {
            skipped.accept(new Skipped(name, "cannot be read: " + e.getMessage()));
        }
    }

    private void whole(String name, InputStream in, InputFormat format) throws IOException {
        byte[] bytes = most(in, format == InputFormat.TEXT ? MOST_BYTES : 4 * MOST_BYTES);
        if (bytes.length == 0) {
            skipped.accept(new Skipped(
                    name,
                    "larger than " + MOST_BYTES / 1_000_000 + " MB: too long for one story. Split it into stories"));
            return;
        }
        if (format == InputFormat.TEXT && Decoder.binary(bytes)) {
            skipped.accept(new Skipped(name, "a binary file, no text"));
            return;
        }
        if (format == InputFormat.TEXT && !Decoder.readable(bytes)) {
            skipped.accept(new Skipped(name, "not valid UTF-8; read as another encoding, not left out"));
        }
        switch (format) {
            case TEXT -> text(name, Decoder.decode(bytes));
            case HTML -> html(name, Decoder.decode(bytes));
            case FEED -> new Feed(name, stories, skipped).read(bytes);
            case JSONL, WARC -> throw new IllegalStateException("streamed elsewhere");
        }
    }

    private void text(String name, String text) {
        if (text.isBlank()) {
            skipped.accept(new Skipped(name, "the file holds only blanks"));
            return;
        }
        String id = id(name);
        stories.accept(Boilerplate.mark(new Story(id, Headline.of(text), text, null, null, null, null, List.of())));
    }

    private void html(String name, String html) {
        Story story = WebPage.story(id(name), html, null);
        if (story == null) {
            skipped.accept(new Skipped(name, "no article found in this page"));
        } else {
            stories.accept(Boilerplate.mark(story));
        }
    }

    /** A file's name without its folder and ending: the same wherever the archive lies. */
    static String id(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = base.indexOf('.', 1);
        return dot > 0 ? base.substring(0, dot) : base;
    }

    /** All bytes, or none when there are more than {@code limit}. */
    private static byte[] most(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[65536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > limit) {
                return new byte[0];
            }
        }
        return out.toByteArray();
    }

    private static BufferedInputStream unzipped(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] magic = in.readNBytes(2);
        in.reset();
        boolean gzip = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 65536), LOOK) : in;
    }

    /** Tells a format from the first bytes and the name. */
    private static final class Formats {
        static InputFormat detect(String name, byte[] head) {
            String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
            String start = Decoder.decode(head).stripLeading();
            String opening = start.substring(0, Math.min(start.length(), 1000)).toLowerCase(Locale.ROOT);
            if (opening.startsWith("warc/")) {
                return InputFormat.WARC;
            }
            if (opening.startsWith("{")
                    || opening.startsWith("[{")
                    || lower.endsWith(".jsonl")
                    || lower.endsWith(".ndjson")
                    || lower.endsWith(".json")) {
                return InputFormat.JSONL;
            }
            boolean feed = opening.contains("<rss") || opening.contains("<feed") || opening.contains("<rdf:rdf");
            if (feed && opening.startsWith("<")) {
                return InputFormat.FEED;
            }
            boolean page = opening.startsWith("<!doctype html")
                    || opening.contains("<html")
                    || opening.startsWith("<head")
                    || opening.startsWith("<body");
            if (page || lower.endsWith(".html") || lower.endsWith(".htm")) {
                return InputFormat.HTML;
            }
            return opening.startsWith("<?xml") ? InputFormat.FEED : InputFormat.TEXT;
        }
    }

    /** Reads bytes as if they were a file of that name. */
    public void read(String name, byte[] bytes) {
        stream(name, new ByteArrayInputStream(bytes));
    }
}
