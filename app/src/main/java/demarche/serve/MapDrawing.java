package demarche.serve;

import demarche.ledger.EventPlaces.CountryCount;
import demarche.ledger.EventPlaces.PlaceCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events by country and place as a drawing.
 *
 * @param box what is seen of it, as SVG's viewBox
 * @param steps what the shades of countries mean, the lightest first
 */
public record MapDrawing(String box, List<Land> lands, List<Dot> dots, List<Step> steps) {
    private static final int SHADES = 5;
    private static final int NARROWEST = 1_500;

    /** A country; {@code shade} is 0 where there is no event. */
    public record Land(String code, String path, int shade, boolean chosen, String text) {}

    /** A place; {@code size} from 1 to 9 is its diameter, in steps that the style sheet sets for the width of the screen. */
    public record Dot(double x, double y, int size, String tone, String text) {}

    /** A shade and for how many events it stands. */
    public record Step(int shade, long least, long most) {}

    static MapDrawing of(List<CountryCount> countries, List<PlaceCount> places, @Nullable String chosen) {
        Map<String, CountryCount> counts = new HashMap<>();
        countries.forEach(c -> counts.put(c.country(), c));
        long most = countries.stream().mapToLong(CountryCount::events).max().orElse(0);
        List<Land> lands = new ArrayList<>();
        for (World.Shape s : World.SHAPES) {
            CountryCount c = counts.get(s.code());
            boolean here = s.code().equals(chosen);
            int shade = c == null ? 0 : shade(c.events(), most);
            lands.add(new Land(
                    s.code(),
                    s.path(),
                    shade,
                    here,
                    c == null ? s.name() : c.name() + ": " + Balance.words(c.events(), c.conflict())));
        }
        lands.sort(Comparator.comparing(Land::chosen));
        return new MapDrawing(box(chosen), lands, dots(places), steps(most));
    }

    private static int shade(long events, long most) {
        return Math.max(1, (int) Math.ceil(SHADES * Math.log1p(events) / Math.log1p(most) - 1e-9));
    }

    private static List<Step> steps(long most) {
        List<Step> out = new ArrayList<>();
        long least = 1;
        for (long n = 1; n <= most; n++) {
            if (n == most || shade(n + 1, most) != shade(n, most)) {
                out.add(new Step(shade(n, most), least, n));
                least = n + 1;
            }
        }
        return out;
    }

    private static List<Dot> dots(List<PlaceCount> places) {
        List<Dot> out = new ArrayList<>();
        for (PlaceCount p : places) {
            EqualEarth.Point at = EqualEarth.at(p.lon(), p.lat());
            int size = (int) Math.min(9, Math.round((4 + 2 * Math.sqrt(p.events())) / 3));
            out.add(new Dot(
                    Math.round(at.x()),
                    Math.round(at.y()),
                    size,
                    Balance.tone(p.cooperation(), p.conflict()),
                    p.name() + ": " + Balance.words(p.events(), p.conflict())));
        }
        return out;
    }

    /** The whole world, or a country with what is around it, in the world's proportions. */
    private static String box(@Nullable String chosen) {
        for (World.Shape s : World.SHAPES) {
            if (s.code().equals(chosen)) {
                double proportion = (double) World.WIDTH / World.HEIGHT;
                double width = Math.max(1.8 * (s.right() - s.left()), 1.8 * proportion * (s.bottom() - s.top()));
                width = Math.min(World.WIDTH, Math.max(NARROWEST, width));
                double height = width / proportion;
                double left = between(0, (s.left() + s.right()) / 2.0 - width / 2, World.WIDTH - width);
                double top = between(0, (s.top() + s.bottom()) / 2.0 - height / 2, World.HEIGHT - height);
                return Math.round(left) + " " + Math.round(top) + " " + Math.round(width) + " " + Math.round(height);
            }
        }
        return "0 0 " + World.WIDTH + " " + World.HEIGHT;
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
