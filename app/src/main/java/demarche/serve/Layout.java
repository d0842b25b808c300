package demarche.serve;

import java.util.List;
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
        boolean writable) {
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

    /** This page's address with one parameter set, or left out when the value is null; goes back to the first page. */
    public String with(String name, @Nullable Object value) {
        StringBuilder out = new StringBuilder();
        for (String pair : query.isEmpty() ? new String[0] : query.substring(1).split("&")) {
            boolean dropped =
                    pair.isEmpty() || pair.startsWith(name + "=") || pair.startsWith("page=") || pair.endsWith("=");
            if (!dropped) {
                out.append(out.isEmpty() ? "?" : "&").append(pair);
            }
        }
        if (value != null) {
            out.append(out.isEmpty() ? "?" : "&").append(name).append('=').append(Links.encoded(value.toString()));
        }
        return path + out;
    }

    /** This page's address at another page of its list. */
    public String page(int number) {
        String first = with("page", null);
        return number == 1 ? first : first + (first.contains("?") ? "&" : "?") + "page=" + number;
    }
}
