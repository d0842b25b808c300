package demarche.read;

import demarche.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks what is in a text but not of the story: footers, credits, share and subscribe lines. What they tell is kept. */
public final class Boilerplate {
    private record Form(String kind, Pattern pattern) {}

    private static final Pattern OUTLET = Pattern.compile(
            "(?:appeared|published|posted) (?:first |originally )?(?:on|in|by|at) (?:the )?([A-Z][\\p{L}\\p{N}&'’.\\- ]{1,60}?)[.\\s]*$");
    private static final List<Form> FORMS = List.of(
            form("syndication", "The post .{1,400} (?:first )?appeared (?:first )?on .{1,80}"),
            form(
                    "syndication",
                    "(?:This|The) (?:article|story|post|piece|report) (?:was |is )?(?:first |originally )?(?:appeared|published|posted) .{1,120}"),
            form("syndication", "(?:Originally|First) published (?:on|in|by|at) .{1,80}"),
            form("credit", "\\(?(?:Additional )?[Rr]eporting by .{1,200}"),
            form(
                    "credit",
                    "\\(?(?:Photo|Image|Picture|Photograph|Video|Credit|File photo)s?(?: credit)?\\s?[:/].{1,160}"),
            form("credit", "\\((?:AP|AFP|EPA|Reuters|Getty|File) (?:Photo|Images|photo).{0,120}\\)"),
            form("copyright", "(?:Copyright|©|\\(c\\)) .{0,160}"),
            form("copyright", ".{0,80}All rights reserved.{0,80}"),
            form("share", "(?:Share|Tweet|Like|Follow) (?:this|us|on|via|it)\\b.{0,120}"),
            form("share", "(?:Click|Tap) here (?:to|for) .{1,160}"),
            form("share", "(?:Sign up|Subscribe|Register) (?:for|to|now|here)\\b.{0,160}"),
            form(
                    "related",
                    "(?:READ MORE|Read more|RELATED|Related|SEE ALSO|See also|ALSO READ|Also read|MORE|WATCH|Watch)\\s?:.{0,240}"),
            form(
                    "share",
                    "(?:Advertisement|ADVERTISEMENT|Continue reading.{0,60}|Story continues below.{0,60}|Read the rest here.{0,20})"));

    private Boilerplate() {}

    private static Form form(String kind, String pattern) {
        return new Form(kind, Pattern.compile(pattern));
    }

    /** The story with its boilerplate marked; an outlet that a footer names fills an empty one. */
    public static Story mark(Story story) {
        List<Story.Boilerplate> found = new ArrayList<>();
        String text = story.text();
        String outlet = story.outlet();
        int points = 0;
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            if (!stripped.isEmpty() && stripped.length() <= 700) {
                for (Form form : FORMS) {
                    Matcher m = form.pattern().matcher(stripped);
                    if (m.matches()) {
                        int lead = line.codePointCount(0, line.indexOf(stripped));
                        found.add(new Story.Boilerplate(
                                points + lead,
                                points + lead + stripped.codePointCount(0, stripped.length()),
                                form.kind()));
                        Matcher named = OUTLET.matcher(stripped);
                        if (outlet == null && form.kind().equals("syndication") && named.find()) {
                            outlet = named.group(1).strip();
                        }
                        break;
                    }
                }
            }
            points += line.codePointCount(0, line.length()) + 1;
        }
        return found.isEmpty() && java.util.Objects.equals(outlet, story.outlet())
                ? story
                : new Story(
                        story.id(),
                        story.title(),
                        text,
                        story.published(),
                        outlet,
                        story.url(),
                        story.language(),
                        found);
    }
}
