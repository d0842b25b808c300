package demarche.read;

import demarche.story.Story;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Pages in a web archive (WARC, ISO 28500): one story a response that holds an article. */
final class Warc {
    private final String name;
    private final Consumer<Story> stories;
    private final Consumer<Skipped> skipped;

    Warc(String name, Consumer<Story> stories, Consumer<Skipped> skipped) {
        this.name = name;
        this.stories = stories;
        this.skipped = skipped;
    }

    void read(InputStream in) throws IOException {
        int number = 0;
        int pages = 0;
        try (WarcReader reader = new WarcReader(in)) {
            for (WarcRecord record = reader.next().orElse(null);
                    record != null;
                    record = reader.next().orElse(null)) {
                number++;
                if (record instanceof WarcResponse response
                        && response.http().status() == 200
                        && response.payloadType().base().equals(MediaType.HTML)) {
                    pages++;
                    page(number, response);
                }
            }
            if (pages == 0) {
                skipped.accept(new Skipped(name, "the archive holds no page (" + number + " records)"));
            }
        } catch (ParsingException | java.io.EOFException | java.io.UncheckedIOException | IllegalArgumentException e) {
            // jwarc lets numbers and dates it cannot parse through as unchecked exceptions.
            skipped.accept(
                    new Skipped(name + ", record " + (number + 1), "the archive is broken here: " + e.getMessage()));
        }
    }

    private void page(int number, WarcResponse response) throws IOException {
        byte[] bytes = response.http().body().stream().readNBytes(StoryReader.MOST_BYTES);
        String url = response.target();
        Story story = WebPage.story(url, Decoder.decode(bytes), url);
        if (story == null) {
            skipped.accept(new Skipped(name + ", record " + number, "no article found in " + url));
        } else {
            stories.accept(Boilerplate.mark(story));
        }
    }
}
