package demarche.serve;

import demarche.code.Codebook;
import demarche.ledger.Ledger;
import demarche.parse.Parser;
import demarche.story.InputException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.BindException;
import java.util.List;
import java.util.function.Supplier;

/** Serves a ledger's pages until it is closed. */
public final class Server implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' "
            + BriefDownload.styleHash() + "; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Site site;
    private final Render render;
    private final Programs programs;
    private final List<Page> pages = Pages.all();
    private final KeptAnswers kept = new KeptAnswers();
    private final Javalin javalin;

    private Server(Settings settings, Ledger ledger, Codebook codebook, Supplier<Parser> parser) {
        this.site = new Site(settings, ledger, codebook, parser);
        this.render = new Render(site, pages);
        this.programs = new Programs(site);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Opens the pages of a ledger.
     *
     * @param parser gives the encoder when somebody first asks how a sentence was parsed
     * @throws InputException when the port cannot be had
     */
    public static Server start(Settings settings, Ledger ledger, Codebook codebook, Supplier<Parser> parser) {
        Server out = new Server(settings, ledger, codebook, parser);
        try {
            out.javalin.start(settings.host(), settings.port());
            return out;
        } catch (RuntimeException e) {
            out.close();
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof BindException) {
                    throw new InputException(
                            "port " + settings.port() + " on " + settings.host()
                                    + " cannot be had; another program may listen there. Give another with --port.",
                            e);
                }
            }
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = 1_000_000;
        config.router.ignoreTrailingSlashes = true;
        config.routes.before(this::guard);
        config.routes.get("/assets/{hash}/{name}", Server::asset);
        programs.routes(config);
        for (Page page : pages) {
            config.routes.get(page.path(), c -> show(c, page));
            if (!page.path().endsWith("}")) {
                config.routes.get(Ending.JSON.on(page.path()), c -> show(c, page));
                config.routes.get(Ending.CSV.on(page.path()), c -> show(c, page));
            }
        }
        for (Other other : Pages.others()) {
            config.routes.get(other.path(), c -> send(c, other));
        }
        for (Deed deed : Pages.deeds()) {
            config.routes.post(deed.path(), c -> act(c, deed));
        }
        config.routes.exception(Refused.class, (e, c) -> render.wrong(c, 403, String.valueOf(e.getMessage()), ""));
        config.routes.exception(
                InputException.class, (e, c) -> render.wrong(c, 400, String.valueOf(e.getMessage()), ""));
        config.routes.exception(
                NotFound.class, (e, c) -> render.wrong(c, 404, String.valueOf(e.getMessage()), e.words()));
        config.routes.exception(HttpResponseException.class, (e, c) -> render.wrong(c, e));
        config.routes.exception(Exception.class, (e, c) -> render.fault(c, e));
    }

    /** Headers of every answer; and only who calls this machine by its name is answered, so that no other site can pose as it. */
    private void guard(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
        String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
        if (site.settings().loopback()
                && !List.of("localhost", "127.0.0.1", "[::1]").contains(host)) {
            throw new InputException("This server answers only to localhost, not to " + host
                    + ". Start it with --host to serve others.");
        }
    }

    private static void asset(Context context) {
        String name = context.pathParam("name");
        byte[] file = Assets.file(name);
        if (file == null) {
            throw new NotFound("There is no file " + name + ".", "");
        }
        context.contentType(Assets.kind(name))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .result(file);
    }

    private void show(Context context, Page page) {
        Ending ending = Ending.of(context.path());
        Answer answer = ending == Ending.HTML && page.lasting()
                ? kept.at(
                        site.ledger().version(),
                        context.path() + "?" + context.queryString(),
                        () -> asked(context, page, ending))
                : asked(context, page, ending);
        render.answer(context, ending, answer);
    }

    private Answer asked(Context context, Page page, Ending ending) {
        return site.ask(reader -> {
            Ask ask = new Ask(context, ending, site, reader);
            Answer made = page.answer(ask);
            ask.refuseOthers();
            return made;
        });
    }

    private void send(Context context, Other other) {
        Other.Body body = site.ask(reader -> {
            Ask ask = new Ask(context, Ending.HTML, site, reader);
            Other.Body made = other.body(ask);
            ask.refuseOthers();
            return made;
        });
        if (body.file() != null) {
            context.header("Content-Disposition", "attachment; filename=\"" + body.file() + "\"");
        }
        context.contentType(body.type()).result(body.text());
    }

    private void act(Context context, Deed deed) {
        if (site.settings().readOnly()) {
            throw new Refused("This server is read-only. Start it without --read-only to correct the ledger.");
        }
        site.visitors().checkForm(context);
        String session = site.visitors().session(context);
        if (!deed.open() && !site.visitors().mayWrite(session)) {
            throw new Refused("Corrections need the password. Give it at /login first.");
        }
        context.redirect(site.ask(reader -> deed.act(new Form(context, site, reader, session))), HttpStatus.SEE_OTHER);
    }

    @Override
    public void close() {
        javalin.stop();
        programs.close();
        site.close();
    }
}
