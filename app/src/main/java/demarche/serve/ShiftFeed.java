package demarche.serve;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import demarche.ledger.ShiftList;
import demarche.ledger.Views.ShiftView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest shifts as an Atom feed (RFC 4287). An entry's id is made of the shift's own, which a rebuild of the ledger gives
 * again; it is updated at the start (UTC) of the day of its later sentence, and the feed when its newest entry is.
 */
final class ShiftFeed {
    static final String PATH = "/feeds/shifts.atom";
    private static final int ENTRIES = 100;

    private final Ask ask;
    private final String server;

    /**
     * @param server address of this server, {@code http://host:port}
     */
    ShiftFeed(Ask ask, String server) {
        this.ask = ask;
        this.server = server;
    }

    /**
     * The feed's XML.
     *
     * @throws NotFound when there is no such dispute or party
     */
    String xml() {
        ShiftList list = ask.reader().shifts();
        String dispute = ask.text("dispute");
        String party = ask.text("party");
        String words = ask.text("q");
        String about = about(list, dispute, party, words);
        List<ShiftView> shifts = list.find(
                new ShiftList.Filter(dispute, party, words, null, null, null),
                ask.number("limit", ENTRIES, 1, 1000),
                0);
        String query = query(dispute, party, words);
        Feed feed = new Feed("atom_1.0");
        feed.setId(id("feed " + ask.site().settings().name() + query));
        feed.setTitle(clean("Shifts" + about + " · Demarche"));
        feed.setUpdated(shifts.stream()
                .map(s -> day(s.to().date()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> day(Objects.toString(ask.reader().newest(), null))));
        Person author = new Person();
        author.setName("Demarche, " + ask.site().settings().name());
        feed.setAuthors(List.<SyndPerson>of(author));
        feed.setOtherLinks(List.of(link("self", server + PATH + query, "application/atom+xml")));
        feed.setAlternateLinks(List.of(link("alternate", server + "/shifts" + query, "text/html")));
        List<Entry> entries = new ArrayList<>();
        shifts.forEach(s -> entries.add(entry(s)));
        feed.setEntries(entries);
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("the feed cannot be written", e);
        }
    }

    private static String about(
            ShiftList list, @Nullable String dispute, @Nullable String party, @Nullable String words) {
        StringBuilder out = new StringBuilder();
        if (party != null) {
            String name = list.partyName(party);
            if (name == null) {
                throw new NotFound("There is no party with the id " + party + ".", party.replace('-', ' '));
            }
            out.append(" of ").append(name);
        }
        if (dispute != null) {
            String name = list.disputeName(dispute);
            if (name == null) {
                throw new NotFound("There is no dispute with the id " + dispute + ".", dispute.replace('-', ' '));
            }
            out.append(" in ").append(name);
        }
        return words == null ? out.toString() : out + " on “" + words + "”";
    }

    private static String query(@Nullable String dispute, @Nullable String party, @Nullable String words) {
        List<String> out = new ArrayList<>();
        if (dispute != null) {
            out.add("dispute=" + Links.encoded(dispute));
        }
        if (party != null) {
            out.add("party=" + Links.encoded(party));
        }
        if (words != null) {
            out.add("q=" + Links.encoded(words));
        }
        return out.isEmpty() ? "" : "?" + String.join("&", out);
    }

    private Entry entry(ShiftView s) {
        Entry out = new Entry();
        out.setId(id("shift " + s.id()));
        out.setTitle(clean(s.party() + " " + Tone.word(s.kind()) + " on " + s.issue() + ": "
                + Tone.word(s.from().what()) + " → " + Tone.word(s.to().what())));
        out.setUpdated(day(s.to().date()));
        out.setPublished(day(s.to().date()));
        String page =
                s.dispute() == null ? Links.story(s.to().story()) : Links.dispute(s.dispute()) + "#shift-" + s.id();
        out.setAlternateLinks(List.of(link("alternate", server + page, "text/html")));
        Content content = new Content();
        content.setType("text");
        content.setValue(clean(
                s.from().date() + " “" + s.from().sentence() + "”\n" + s.to().date() + " “" + s.to().sentence() + "”"));
        out.setContents(List.of(content));
        return out;
    }

    private static Link link(String rel, String href, String type) {
        Link out = new Link();
        out.setRel(rel);
        out.setHref(href);
        out.setType(type);
        return out;
    }

    /** Text without the characters that XML cannot hold. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("demarche " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Date day(@Nullable String iso) {
        LocalDate day = iso == null ? LocalDate.EPOCH : LocalDate.parse(iso);
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
