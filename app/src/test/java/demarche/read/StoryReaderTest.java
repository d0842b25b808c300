package demarche.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.story.InputException;
import demarche.story.Story;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryReaderTest {
    private static final String SENTENCE = "Ostland demanded on Monday that Westland return the trawlers.";
    private final List<Story> stories = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private void read(String name, byte[] bytes) {
        new StoryReader(null, stories::add, skipped::add).read(name, bytes);
    }

    private void read(String name, String text) {
        read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aHeadlineOnTheFirstLineIsTheTitleAndStaysInTheText() {
        read("quarrel.txt", "Ostland wants its trawlers back\n" + SENTENCE + "\n");
        assertThat(stories.get(0).title()).isEqualTo("Ostland wants its trawlers back");
        assertThat(stories.get(0).text()).startsWith("Ostland wants its trawlers back\n");
        assertThat(stories.get(0).id()).isEqualTo("quarrel");
    }

    @Test
    void theOutletOfASyndicationFooterIsUsed() {
        read("a.txt", SENTENCE + "\nThe post Ostland wants its trawlers back appeared first on Nordia Courier.\n");
        assertThat(stories.get(0).outlet()).isEqualTo("Nordia Courier");
        assertThat(stories.get(0).boilerplate())
                .extracting(Story.Boilerplate::kind)
                .containsExactly("syndication");
    }

    @Test
    void jsonLinesKeepTheirFields() {
        read(
                "a.jsonl",
                "{\"id\":\"s1\",\"text\":\"" + SENTENCE
                        + "\",\"title\":\"T\",\"published\":\"2024-03-01\",\"outlet\":\"O\",\"url\":\"https://example.org/1\"}\n");
        assertThat(stories)
                .containsExactly(
                        new Story("s1", "T", SENTENCE, "2024-03-01", "O", "https://example.org/1", null, List.of()));
    }

    @Test
    void aLineCutShortIsNamedAndTheRestIsRead() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            String line = "{\"id\":\"s" + i + "\",\"text\":\"" + SENTENCE + "\"}";
            lines.append(i == 17 ? line.substring(0, 30) : line).append('\n');
        }
        read("cut.jsonl", lines.toString());
        assertThat(stories).hasSize(19);
        assertThat(skipped).containsExactly(new Skipped("cut.jsonl:17", "the JSON is cut short"));
    }

    @Test
    void linesThatAreNoStoriesAreCountedOneByOne() {
        read(
                "a.jsonl",
                "{\"id\":\"x\"}\n\"word\"\n{\"id\":\"y\",\"text\":null}\n{\"id\":\"z\",\"text\":\"" + SENTENCE
                        + "\"}\n");
        assertThat(stories).hasSize(1);
        assertThat(skipped).extracting(Skipped::input).containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:3");
    }

    @Test
    void rssAtomAndRdfFeedsGiveTheirItems() {
        read(
                "a.xml",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Courier</title><link>https://example.org</link>"
                        + "<description>d</description><item><title>Boats</title><link>https://example.org/1</link><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate>"
                        + "<description>&lt;p&gt;" + SENTENCE + "&lt;/p&gt;</description></item></channel></rss>");
        read(
                "b.xml",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Courier</title><id>u</id><updated>2024-03-01T10:00:00Z</updated><entry>"
                        + "<title>Boats</title><id>https://example.org/2</id><link href=\"https://example.org/2\"/><updated>2024-03-01T10:00:00Z</updated>"
                        + "<summary>" + SENTENCE + "</summary></entry></feed>");
        read(
                "c.xml",
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
                        + "<channel rdf:about=\"https://example.org\"><title>Courier</title><link>https://example.org</link><description>d</description></channel>"
                        + "<item rdf:about=\"https://example.org/3\"><title>Boats</title><link>https://example.org/3</link><description>"
                        + SENTENCE
                        + "</description></item></rdf:RDF>");
        assertThat(skipped).isEmpty();
        assertThat(stories).hasSize(3).allSatisfy(s -> {
            assertThat(s.title()).isEqualTo("Boats");
            assertThat(s.text()).contains(SENTENCE);
        });
        assertThat(stories.get(0).published()).startsWith("2024-03-01");
    }

    @Test
    void aPageGivesItsArticleWithTitleDateAndOutlet() {
        String body = ("<p>" + SENTENCE + " The crews have been held for a week, and their families fear for them.</p>")
                .repeat(4);
        read(
                "page.html",
                "<!DOCTYPE html><html><head><title>Boats | Courier</title><meta property=\"og:title\" content=\"Boats\">"
                        + "<meta property=\"og:site_name\" content=\"Nordia Courier\"><meta property=\"article:published_time\" content=\"2024-03-01T10:00:00Z\"></head>"
                        + "<body><nav><a href=\"/\">Home</a></nav><article><h1>Boats</h1>" + body
                        + "</article><footer>Imprint</footer></body></html>");
        Story story = stories.get(0);
        assertThat(story.title()).isEqualTo("Boats");
        assertThat(story.outlet()).isEqualTo("Nordia Courier");
        assertThat(story.published()).startsWith("2024-03-01");
        assertThat(story.text()).contains(SENTENCE).doesNotContain("Home").doesNotContain("Imprint");
    }

    @Test
    void aPageWithoutAnArticleIsSkipped() {
        read("menu.html", "<html><head><title>Menu</title></head><body><a href=\"/\">Home</a></body></html>");
        assertThat(skipped).extracting(Skipped::reason).containsExactly("no article found in this page");
    }

    @Test
    void emptyBlankAndBinaryFilesAreSkippedWithAReason() {
        read("empty.txt", new byte[0]);
        read("blank.txt", " \n\n\t");
        read("nul.txt", "Ostland met Westland.\0\0".getBytes(StandardCharsets.UTF_8));
        assertThat(stories).isEmpty();
        assertThat(skipped)
                .extracting(Skipped::reason)
                .containsExactly("the file is empty", "the file holds only blanks", "a binary file, no text");
    }

    @Test
    void brokenUtf8IsReadAndSaid() {
        read("latin.txt", "Der Präsident von Ostland reiste ab.".getBytes(Charset.forName("windows-1252")));
        assertThat(stories.get(0).text()).contains("Präsident");
        assertThat(skipped).extracting(Skipped::reason).allMatch(r -> r.contains("not valid UTF-8"));
    }

    @Test
    void compressedInputIsReadAndATextThatIsTooLongIsNot() throws IOException {
        read("a.jsonl.gz", gzip(("{\"id\":\"s\",\"text\":\"" + SENTENCE + "\"}").getBytes(StandardCharsets.UTF_8)));
        assertThat(stories).hasSize(1);
        read("bomb.txt.gz", gzip("Ostland. ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)));
        assertThat(stories).hasSize(1);
        assertThat(skipped).extracting(Skipped::reason).anyMatch(r -> r.contains("too long for one story"));
    }

    @Test
    void aFeedCannotReachForFiles() {
        read(
                "x.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel><title>T</title>"
                        + "<item><title>&x;</title><description>" + SENTENCE + "</description></item></channel></rss>");
        assertThat(stories).isEmpty();
        assertThat(skipped).hasSize(1);
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.txt"), SENTENCE);
        Files.writeString(folder.resolve("a.txt"), SENTENCE);
        new StoryReader(null, stories::add, skipped::add).read(folder.toString());
        assertThat(stories).extracting(Story::id).containsExactly("a", "b");
    }

    @Test
    void aMissingFileIsAnErrorThatSaysTheWayOut() {
        assertThatThrownBy(() -> new StoryReader(null, stories::add, skipped::add).read("nowhere.txt"))
                .isInstanceOf(InputException.class)
                .hasMessage("nowhere.txt: no such file. Name a file, a folder, or - for standard input.");
    }
}
