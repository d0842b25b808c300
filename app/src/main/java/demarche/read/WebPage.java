package demarche.read;

import demarche.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The story in a web page: main text in paragraphs, title, date, outlet.
 *
 * <p>The main text is the element whose own paragraphs hold the most words outside links (the idea of Readability, by
 * Arc90); title, date and outlet come from JSON-LD, OpenGraph and the usual elements.
 */
public final class WebPage {
    private static final int LEAST_CHARACTERS = 140;
    private static final Set<String> TEXT = Set.of("p", "h2", "h3", "li", "blockquote", "pre");

    private WebPage() {}

    /** The story; null when the page holds no article. */
    static @Nullable Story story(String id, String html, @Nullable String url) {
        Document page = Jsoup.parse(html, url == null ? "" : url);
        String title = first(page, "meta[property=og:title]", "content");
        title = title != null ? title : text(page.selectFirst("h1"));
        title = title != null
                ? title
                : page.title().isBlank() ? null : page.title().strip();
        String published = published(page);
        String outlet = first(page, "meta[property=og:site_name]", "content");
        String address = first(page, "link[rel=canonical]", "href");
        page.select(
                        "script, style, noscript, nav, footer, aside, form, header nav, figure, iframe, svg, button, .advertisement, .newsletter")
                .remove();
        String body = body(page);
        return body.length() < LEAST_CHARACTERS
                ? null
                : new Story(
                        id,
                        title,
                        body,
                        published,
                        outlet,
                        address == null || address.isBlank() ? url : address,
                        blankToNull(page.select("html").attr("lang")),
                        List.of());
    }

    private static String body(Document page) {
        Element best = null;
        int most = 0;
        for (Element candidate : page.select("article, main, section, div, td, body")) {
            int score = 0;
            for (Element child : candidate.children()) {
                if (TEXT.contains(child.tagName())) {
                    int linked = child.select("a").text().length();
                    score += Math.max(0, child.text().length() - 2 * linked);
                }
            }
            if (candidate.tagName().equals("article")) {
                score += score / 4;
            }
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        if (best == null) {
            return "";
        }
        Element article = best.closest("article");
        List<String> paragraphs = new ArrayList<>();
        for (Element p : (article == null ? best : article).select("p, h2, h3, li, blockquote:not(:has(p)), pre")) {
            String text = p.text().strip();
            int linked = p.select("a").text().length();
            if (!text.isEmpty() && linked * 2 <= text.length() + 20) {
                paragraphs.add(text);
            }
        }
        return String.join("\n", paragraphs);
    }

    private static @Nullable String published(Document page) {
        for (String query : List.of(
                "meta[property=article:published_time]",
                "meta[name=date]",
                "meta[name=pubdate]",
                "meta[itemprop=datePublished]")) {
            String found = first(page, query, "content");
            if (found != null) {
                return found;
            }
        }
        for (Element script : page.select("script[type=application/ld+json]")) {
            var m = java.util.regex.Pattern.compile("\"datePublished\"\\s*:\\s*\"([0-9T:.Z+-]{8,35})\"")
                    .matcher(script.data());
            if (m.find()) {
                return m.group(1);
            }
        }
        return first(page, "time[datetime]", "datetime");
    }

    private static @Nullable String first(Document page, String query, String attribute) {
        Element found = page.selectFirst(query);
        return found == null ? null : blankToNull(found.attr(attribute));
    }

    private static @Nullable String text(@Nullable Element element) {
        return element == null ? null : blankToNull(element.text());
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
