package demarche.serve;

import demarche.ledger.Reader;
import demarche.story.InputException;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of a page: an id, parameters that are checked as they are read, and a ledger to answer from. */
final class Ask {
    private static final int LONGEST = 400;
    private static final int PAGE = 500;
    private static final int PART = 10_000;
    private static final Set<String> TRACKERS = Set.of("fbclid", "gclid", "ref");

    private final Context context;
    private final Ending ending;
    private final Site site;
    private final Reader reader;
    private final Set<String> read = new LinkedHashSet<>();

    Ask(Context context, Ending ending, Site site, Reader reader) {
        this.context = context;
        this.ending = ending;
        this.site = site;
        this.reader = reader;
    }

    Site site() {
        return site;
    }

    Reader reader() {
        return reader;
    }

    /** Whether the page is asked for as HTML. */
    boolean html() {
        return ending == Ending.HTML;
    }

    /** The id in the address, without the ending. */
    String id() {
        return ending.without(context.pathParam("id"));
    }

    /** A parameter's text without blanks around it; null when it is missing or empty. */
    @Nullable
    String text(String name) {
        return text(name, LONGEST);
    }

    /** A parameter's text of so many characters at most. */
    @Nullable
    String text(String name, int longest) {
        read.add(name);
        List<String> all = context.queryParams(name);
        if (all.size() > 1) {
            throw new InputException(name + " is given " + all.size() + " times. Give it once.");
        }
        String value = all.isEmpty() ? "" : all.get(0).strip();
        if (value.length() > longest) {
            throw new InputException(
                    name + " has " + value.length() + " characters; at most " + longest + " are taken.");
        }
        if (value.indexOf('\0') >= 0) {
            throw new InputException(name + " holds a null character. Leave it out.");
        }
        return value.isEmpty() ? null : value;
    }

    /** A whole number within bounds. */
    int number(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a whole number from " + least + " to " + most);
        }
        throw wrong(name, text, "a whole number from " + least + " to " + most);
    }

    /** A number from 0 to 1; null when it is missing. */
    @Nullable
    Double share(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a number from 0 to 1");
        }
        throw wrong(name, text, "a number from 0 to 1");
    }

    /** A day; null when it is missing. */
    private @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, text, "a day such as 2026-11-24");
        }
    }

    /** The first day that is asked for; null when it is missing. */
    @Nullable
    LocalDate since() {
        return day("since");
    }

    /** The last day that is asked for, not before the first; null when it is missing. */
    @Nullable
    LocalDate until() {
        LocalDate since = day("since");
        LocalDate until = day("until");
        if (since != null && until != null && until.isBefore(since)) {
            throw new InputException("until=" + until + " is before since=" + since + ". Swap them.");
        }
        return until;
    }

    /** The id of a party or side that the ledger knows; null when it is missing. */
    @Nullable
    String party(String name) {
        String id = text(name);
        if (id != null && reader.shifts().partyName(id) == null) {
            throw new NotFound("There is no party with the id " + id + ".", id.replace('-', ' '));
        }
        return id;
    }

    /** The id of a dispute that the ledger knows; null when it is missing. */
    @Nullable
    String dispute(String name) {
        String id = text(name);
        if (id != null && reader.shifts().disputeName(id) == null) {
            throw new NotFound("There is no dispute with the id " + id + ".", id.replace('-', ' '));
        }
        return id;
    }

    /** One of an enum's names, in either case; null when it is missing. */
    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> values) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (E value : values.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
            names.add(value.name().toLowerCase(Locale.ROOT));
        }
        throw wrong(name, text, "one of " + String.join(", ", names));
    }

    /** One of some words; null when it is missing. */
    @Nullable
    String oneOf(String name, String... values) {
        String text = text(name);
        if (text == null || Arrays.asList(values).contains(text)) {
            return text;
        }
        throw wrong(name, text, "one of " + String.join(", ", values));
    }

    /**
     * Which part of a list. People turn pages ({@code page}, from 1, of so many items unless {@code size} says another number);
     * programs may say {@code limit} and {@code offset} instead.
     */
    Slice slice(int size) {
        boolean paged = text("page") != null || text("size") != null;
        boolean cut = text("limit") != null || text("offset") != null;
        if (cut && (paged || html())) {
            throw new InputException(
                    "limit and offset are for JSON and CSV, and do not go with page and size. Give page and size.");
        }
        int most = html() ? PAGE : PART;
        if (cut) {
            return new Slice(number("offset", 0, 0, 100_000_000), number("limit", size, 1, most), address());
        }
        int limit = number("size", size, 1, most);
        return new Slice((number("page", 1, 1, 1_000_000) - 1) * limit, limit, address());
    }

    /** The address that was asked for, without which part of a list, ready for that to be added. */
    private String address() {
        StringBuilder out = new StringBuilder(context.path()).append('?');
        String query = context.queryString();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty() && !pair.matches("(page|size|limit|offset)=.*")) {
                out.append(pair).append('&');
            }
        }
        return out.toString();
    }

    private static InputException wrong(String name, String value, String wanted) {
        return new InputException(name + "=" + value + ": give " + wanted + ".");
    }

    /** Refuses parameters that the page did not read, so that a misspelt one is not taken for an answer. */
    void refuseOthers() {
        for (String name : context.queryParamMap().keySet()) {
            if (!read.contains(name) && !TRACKERS.contains(name) && !name.startsWith("utm_")) {
                throw new InputException("There is no parameter " + name + " here. "
                        + (read.isEmpty() ? "This page takes none." : "Parameters: " + String.join(", ", read) + "."));
            }
        }
    }
}
