package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import demarche.ledger.HostileLedger;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** The Atom feed of shifts. */
class ShiftFeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(HostileLedger.in(folder));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Document xml(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(served.get(path).body())));
    }

    private static String text(Element of, String name) {
        return of.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static List<String> ids(String path) throws Exception {
        SyndFeed feed =
                new SyndFeedInput().build(new StringReader(served.get(path).body()));
        return feed.getEntries().stream().map(SyndEntry::getUri).toList();
    }

    @Test
    void hasAllThatAtomAsksFor() throws Exception {
        assertThat(served.get(ShiftFeed.PATH)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .isEqualTo("application/atom+xml; charset=utf-8");
        Element feed = xml(ShiftFeed.PATH).getDocumentElement();
        assertThat(feed.getNamespaceURI() + " " + feed.getLocalName()).isEqualTo(ATOM + " feed");
        assertThat(text(feed, "id")).startsWith("urn:uuid:");
        assertThat(text(feed, "updated")).isEqualTo("2024-04-20T00:00:00Z");
        assertThat(text(feed, "author")).contains("Demarche");
        assertThat(feed.getElementsByTagNameNS(ATOM, "entry").getLength()).isEqualTo(3);
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(2);
        assertThat(text(entry, "title")).isEqualTo("Westland yields on trawlers: refuses → offers");
        assertThat(text(entry, "updated")).isEqualTo("2024-03-20T00:00:00Z");
        assertThat(text(entry, "content"))
                .contains("2024-03-03 “Westland refused")
                .contains("2024-03-20 “Westland offered");
    }

    @Test
    void entriesKeepTheirIdsWhenTheLedgerIsMadeAnew() throws Exception {
        List<String> before = ids(ShiftFeed.PATH);
        String feed = served.get(ShiftFeed.PATH).body();
        served.ledger().rebuild(n -> {});
        assertThat(before).hasSize(3).doesNotHaveDuplicates();
        assertThat(ids(ShiftFeed.PATH)).isEqualTo(before);
        assertThat(served.get(ShiftFeed.PATH).body()).isEqualTo(feed);
    }

    @Test
    void holdsMarkupAndControlCharactersAsText() throws Exception {
        String body = served.get(ShiftFeed.PATH).body();
        assertThat(body).doesNotContain(HostileLedger.SCRIPT).doesNotContain("\u0001");
        assertThat(xml(ShiftFeed.PATH).getDocumentElement().getTextContent())
                .contains(HostileLedger.SCRIPT)
                .contains("]]>");
    }

    @Test
    void canBeOfADisputeAPartyOrASearch() throws Exception {
        JsonNode shift = served.json("/shifts.json?q=trawlers")
                .get("shifts")
                .get("items")
                .get(0);
        assertThat(ids(ShiftFeed.PATH + "?party=" + shift.get("partyId").asString()))
                .hasSize(2);
        assertThat(ids(ShiftFeed.PATH + "?dispute=" + shift.get("dispute").asString()))
                .hasSize(2);
        assertThat(ids(ShiftFeed.PATH + "?q=trawlers+suddenly")).hasSize(1);
        assertThat(ids(ShiftFeed.PATH + "?q=submarines")).isEmpty();
        assertThat(text(xml(ShiftFeed.PATH + "?q=submarines").getDocumentElement(), "updated"))
                .startsWith("2024-04-20T");
    }

    @Test
    void saysWhatIsWrongWithWhatWasAsked() {
        assertThat(served.get(ShiftFeed.PATH + "?dispute=no-such").statusCode()).isEqualTo(404);
        assertThat(served.get(ShiftFeed.PATH + "?party=no-such").statusCode()).isEqualTo(404);
        assertThat(served.get(ShiftFeed.PATH + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(served.get(ShiftFeed.PATH + "?words=x").statusCode()).isEqualTo(400);
    }

    @Test
    void isLinkedFromPages() {
        assertThat(served.get("/").body())
                .contains("type=\"application/atom+xml\"")
                .contains("href=\"/feeds/shifts.atom\"");
        String dispute = served.json("/disputes.json")
                .get("disputes")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(served.get(Links.dispute(dispute)).body())
                .contains("href=\"/feeds/shifts.atom?dispute=" + dispute + "\"");
        assertThat(served.get("/shifts?q=a+%22b&kind=yields").body()).contains("href=\"/feeds/shifts.atom?q=a+%22b\"");
    }
}
