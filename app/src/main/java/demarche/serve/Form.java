package demarche.serve;

import demarche.ledger.Reader;
import demarche.story.InputException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/** What a form was filled in with. */
final class Form {
    private static final int LONGEST = 1000;
    private static final int YEAR = 31_536_000;

    private final Context context;
    private final Site site;
    private final Reader reader;
    private final String session;

    Form(Context context, Site site, Reader reader, String session) {
        this.context = context;
        this.site = site;
        this.reader = reader;
        this.session = session;
    }

    Site site() {
        return site;
    }

    Reader reader() {
        return reader;
    }

    String session() {
        return session;
    }

    /** A field's text without blanks around it; null when it is not in the form. */
    @Nullable
    String text(String name) {
        String value = context.formParam(name);
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw new InputException(name + ": at most " + LONGEST + " characters, none of them null.");
        }
        return value == null ? null : value.strip();
    }

    /** A field that must be filled in. */
    String needed(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw new InputException("Fill in " + name + ".");
        }
        return value;
    }

    /** Remembers a value in the browser for the next form. */
    void remember(String name, String value) {
        context.cookie(new Cookie(name, Links.encoded(value), "/", YEAR, false, true, null, SameSite.STRICT));
    }
}
