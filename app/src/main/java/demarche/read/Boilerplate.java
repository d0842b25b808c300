package demarche.read;

import demarche.story.Story;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks what is in a text but not of the story: footers, credits, share and subscribe lines. What they tell is kept. */
public final class Boilerplate {
    private record Form(String kind, Pattern pattern, String example) {}

    private static final Pattern OUTLET = Pattern.compile(
            "(?:appeared|published|posted) (?:first |originally )?(?:on|in|by|at) (?:the )?([A-Z][\\p{L}\\p{N}&'’.\\- ]{1,60}?)[.\\s]*$");
    private static final List<Form> FORMS = load();

    private Boilerplate() {}

    private static List<Form> load() {
        InputStream in = Boilerplate.class.getResourceAsStream("/demarche/read/boilerplate.tsv");
        if (in == null) {
            throw new IllegalStateException("read/boilerplate.tsv is missing from the jar");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .map(c -> new Form(c[0], Pattern.compile(c[1]), c[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kinds and examples of the data file, for its test. */
    static Map<String, String> examples() {
        Map<String, String> out = new LinkedHashMap<>();
        FORMS.forEach(f -> out.put(f.example(), f.kind()));
        return out;
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
