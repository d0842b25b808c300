package demarche.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages. */
public final class Links {
    private Links() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String dispute(String id) {
        return "/disputes/" + encoded(id);
    }

    public static String party(String id) {
        return "/parties/" + encoded(id);
    }

    public static String issue(String id) {
        return "/issues/" + encoded(id);
    }

    public static String story(String id) {
        return "/stories/" + encoded(id);
    }

    public static String event(String id) {
        return "/events/" + encoded(id);
    }

    /** A record (statement, event or position, by its id in the ledger) where it stands in its story. */
    public static String cell(String story, String id) {
        String local = id.startsWith(story + "-") ? id.substring(story.length() + 1) : id;
        return story(story) + "?cell=" + encoded(local) + "#cell";
    }

    public static String rule(String name) {
        return "/codebook?q=" + encoded(name) + "#" + encoded(name);
    }

    public static String search(String words) {
        return "/search?q=" + encoded(words);
    }
}
