package demarche.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The shapes of countries, out of the jar (Natural Earth, public domain; see app/src/main/map). */
final class World {
    static final int WIDTH = 10_000;
    static final int HEIGHT = 4_360;
    static final List<Shape> SHAPES = load();

    private World() {}

    /**
     * A country as it is drawn.
     *
     * @param code ISO 3166-1 alpha-3
     * @param path SVG path data
     */
    record Shape(String code, String name, int left, int top, int right, int bottom, String path) {}

    private static List<Shape> load() {
        try (InputStream in = World.class.getResourceAsStream("/demarche/serve/world.tsv")) {
            if (in == null) {
                throw new IllegalStateException("world.tsv is missing from the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(World::shape)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape shape(String line) {
        String[] cells = line.split("\t");
        int[] box =
                Arrays.stream(cells[2].split(",")).mapToInt(Integer::parseInt).toArray();
        return new Shape(cells[0], cells[1], box[0], box[1], box[2], box[3], cells[3]);
    }
}
