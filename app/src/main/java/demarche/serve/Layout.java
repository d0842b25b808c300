package demarche.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is around a page's own part.
 *
 * @param title of the window
 * @param path of the page, without ending
 * @param query parameters as they were given, with the question mark; empty when there are none
 * @param theme light or dark when the reader chose one; else null
 * @param json address of the page as JSON, null when it has none
 * @param csv address of the page as CSV, null when it has none
 */
public record Layout(
        String title,
        String path,
        String query,
        @Nullable String theme,
        @Nullable String json,
        @Nullable String csv,
        List<Entry> navigation,
        String ledger,
        @Nullable Writer writer) {
    /** What forms give back, whether they are accepted (else the password is missing), and the name given last. */
    public record Writer(
            String token, boolean signedIn, @Nullable String who) {}

    /** A page in the navigation. */
    public record Entry(String path, String name) {}

    /** Address of a file of ours. */
    public String asset(String name) {
        return Assets.path(name);
    }

    /** Whether an entry of the navigation is where the reader is. */
    public boolean isAt(String entry) {
        return entry.equals("/") ? path.equals("/") : path.equals(entry) || path.startsWith(entry + "/");
    }

    /** Whether corrections can be given here at all. */
    public boolean writable() {
        return writer != null;
    }

    /** Whether they can be given without a password, or it was given. */
    public boolean signedIn() {
        return writer != null && writer.signedIn();
    }

    /** What forms give back. */
    public String token() {
        return writer == null ? "" : writer.token();
    }

    /** The name that was given with the last correction. */
    public @Nullable String who() {
        return writer == null ? null : writer.who();
    }

    /** A parameter as it was given; null when it was not. */
    public @Nullable String parameter(String name) {
        for (String pair : query.isEmpty() ? new String[0] : query.substring(1).split("&")) {
            if (pair.startsWith(name + "=") && pair.length() > name.length() + 1) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /** This page's address for a stretch of time. */
    public String within(String since, String until) {
        Layout later =
                new Layout(title, path, query(with("since", since)), theme, json, csv, navigation, ledger, writer);
        return later.with("until", until);
    }

    private static String query(String address) {
        int at = address.indexOf('?');
        return at < 0 ? "" : address.substring(at);
    }

    /** This page's address with one parameter set, or left out when the value is null; goes back to the first page. */
    public String with(String name, @Nullable Object value) {
        StringBuilder out = new StringBuilder();
        for (String pair : query.isEmpty() ? new String[0] : query.substring(1).split("&")) {
            boolean dropped = pair.isEmpty()
                    || pair.startsWith(name + "=")
                    || pair.matches("(page|limit|offset)=.*")
                    || pair.endsWith("=");
            if (!dropped) {
                out.append(out.isEmpty() ? "?" : "&").append(pair);
            }
        }
        if (value != null) {
            out.append(out.isEmpty() ? "?" : "&").append(name).append('=').append(Links.encoded(value.toString()));
        }
        return path + out;
    }

    /** Address of the feed of shifts that fits this page best: a dispute's, a party's, a search's, else all. */
    public String feed() {
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/disputes/")) {
            return ShiftFeed.PATH + "?dispute=" + id;
        }
        if (path.startsWith("/parties/")) {
            return ShiftFeed.PATH + "?party=" + id;
        }
        String asked = Arrays.stream(query.replaceFirst("^\\?", "").split("&"))
                .filter(p -> p.matches(path.equals("/shifts") ? "(q|party|dispute)=.+" : "q=.+"))
                .collect(Collectors.joining("&", "?", ""));
        return (path.equals("/search") || path.equals("/shifts")) && asked.length() > 1
                ? ShiftFeed.PATH + asked
                : ShiftFeed.PATH;
    }

    /** This page's address at another page of its list. */
    public String page(int number) {
        String first = with("page", null);
        return number == 1 ? first : first + (first.contains("?") ? "&" : "?") + "page=" + number;
    }
}
