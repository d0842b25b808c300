package demarche.read;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import demarche.story.Story;
import java.io.StringReader;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 2.0, Atom and RDF: one story an entry. Document types are refused, so no entity can reach out or blow up. */
final class Feed {
    private final String name;
    private final Consumer<Story> stories;
    private final Consumer<Skipped> skipped;

    Feed(String name, Consumer<Story> stories, Consumer<Skipped> skipped) {
        this.name = name;
        this.stories = stories;
        this.skipped = skipped;
    }

    void read(byte[] bytes) {
        SyndFeed feed;
        try {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            feed = input.build(new StringReader(Decoder.decode(bytes)));
        } catch (FeedException | IllegalArgumentException e) {
            skipped.accept(new Skipped(
                    name,
                    "no feed that can be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("broken XML")));
            return;
        }
        int number = 0;
        for (SyndEntry entry : feed.getEntries()) {
            number++;
            String body = body(entry);
            if (body.length() < 40) {
                skipped.accept(new Skipped(name + ", entry " + number, "no text in this entry"));
                continue;
            }
            String url = entry.getLink();
            String id = entry.getUri() != null ? entry.getUri() : url != null ? url : JsonLines.hash(body);
            stories.accept(Boilerplate.mark(new Story(
                    id, entry.getTitle(), body, date(entry), feed.getTitle(), url, feed.getLanguage(), List.of())));
        }
        if (number == 0) {
            skipped.accept(new Skipped(name, "the feed has no entries"));
        }
    }

    private static @Nullable String date(SyndEntry entry) {
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        return date == null ? null : date.toInstant().toString();
    }

    private static String body(SyndEntry entry) {
        for (SyndContent content : entry.getContents()) {
            if (content.getValue() != null && !content.getValue().isBlank()) {
                return plain(content.getValue());
            }
        }
        return entry.getDescription() == null || entry.getDescription().getValue() == null
                ? ""
                : plain(entry.getDescription().getValue());
    }

    private static String plain(String html) {
        Element body = Jsoup.parse(html).body();
        List<String> paragraphs = body.select("p, li, h2, h3").eachText();
        return paragraphs.isEmpty()
                ? body.text().strip()
                : String.join("\n", paragraphs).strip();
    }
}
