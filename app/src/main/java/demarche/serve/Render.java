package demarche.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import demarche.Version;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers and errors as HTML, JSON or CSV. */
final class Render {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    private final Site site;
    private final List<Layout.Entry> navigation;
    static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "demarche.serve");

    /** What every error says, as a page and as JSON alike. */
    public record Problem(String message, int status) {}

    /** The envelope of an error; {@code words} are what to search for instead. */
    public record Trouble(Problem error, String words) {}

    Render(Site site, List<Page> pages) {
        this.site = site;
        this.navigation = pages.stream()
                .flatMap(p -> Optional.ofNullable(p.nav()).stream().map(name -> new Layout.Entry(p.path(), name)))
                .toList();
    }

    void answer(Context context, Ending ending, Answer answer) {
        switch (ending) {
            case HTML -> html(context, answer);
            case JSON -> json(context, answer.model());
            case CSV -> csv(context, answer);
        }
    }

    private static void json(Context context, Object model) {
        context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsString(model) + "\n");
    }

    private static void csv(Context context, Answer answer) {
        Answer.Sheet table = answer.table();
        if (table == null) {
            throw new NotFound("This page holds no table, so there is no CSV of it. Its JSON has all it shows.", "");
        }
        context.contentType("text/csv; charset=utf-8").result(table.csv());
    }

    private void html(Context context, Answer answer) {
        String path = context.path();
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        Layout layout = layout(
                context,
                answer.title(),
                Ending.JSON.on(path) + query,
                answer.table() == null ? null : Ending.CSV.on(path) + query);
        context.status(answer.status());
        html(context, answer.template(), layout, answer.model());
    }

    private Layout layout(Context context, String title, @Nullable String json, @Nullable String csv) {
        String theme = context.cookie("theme");
        String query = context.queryString();
        return new Layout(
                title,
                context.path(),
                query == null ? "" : "?" + query,
                "light".equals(theme) || "dark".equals(theme) ? theme : null,
                json,
                csv,
                navigation,
                site.settings().name(),
                writer(context));
    }

    /** Who may write here; null when nobody may. */
    private Layout.@Nullable Writer writer(Context context) {
        if (site.settings().readOnly()) {
            return null;
        }
        Visitors visitors = site.visitors();
        String session = visitors.session(context);
        String who = context.cookie("who");
        return new Layout.Writer(
                visitors.token(session),
                visitors.mayWrite(session),
                who == null ? null : URLDecoder.decode(who, StandardCharsets.UTF_8));
    }

    private void html(Context context, String template, Layout layout, Object model) {
        StringOutput out = new StringOutput(32_768);
        TEMPLATES.render(template, Map.of("layout", layout, "model", model), out);
        context.contentType("text/html; charset=utf-8").result(out.toString());
    }

    /** An error: a page for people, the envelope alone for programs. */
    void wrong(Context context, int status, String message, String words) {
        context.status(status);
        String accept = String.valueOf(context.header("Accept"));
        boolean program = Ending.of(context.path()) != Ending.HTML || accept.startsWith("application/json");
        if (program) {
            json(context, Map.of("error", new Problem(message, status)));
        } else {
            String title = status == 404
                    ? "Not found"
                    : status == 400 ? "Not understood" : status == 403 ? "Refused" : "Error " + status;
            html(
                    context,
                    "error.jte",
                    layout(context, title, null, null),
                    new Trouble(new Problem(message, status), words));
        }
    }

    void wrong(Context context, HttpResponseException e) {
        boolean missing = e.getStatus() == 404;
        String words =
                missing ? context.path().replaceAll("[^\\p{L}]+", " ").strip().toLowerCase(Locale.ROOT) : "";
        wrong(
                context,
                e.getStatus(),
                missing ? "There is no page " + context.path() + "." : String.valueOf(e.getMessage()),
                words);
    }

    void fault(Context context, Exception e) {
        System.err.println("Fault in Demarche " + Version.VERSION + " at " + context.path() + ":");
        e.printStackTrace();
        wrong(
                context,
                500,
                "This is a fault in Demarche " + Version.VERSION
                        + ", not in what you asked. Details are in the server's output.",
                "");
    }
}
