package demarche.serve;

import java.util.List;
import java.util.Locale;

/** Small charts of counts over time, 120 by 24 units. */
public final class Spark {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 24;

    private Spark() {}

    /** Bars as one SVG path. */
    public static String path(List<Integer> counts) {
        int most = Math.max(1, counts.stream().max(Integer::compare).orElse(1));
        double step = WIDTH / Math.max(1, counts.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                double height = Math.max(2, (HEIGHT - 1) * counts.get(i) / most);
                out.append(String.format(
                        Locale.ROOT, "M%.1f %.0fv-%.1fh%.1fv%.1fz", i * step, HEIGHT, height, step - 1, height));
            }
        }
        return out.toString();
    }

    /** The chart for those who cannot see it. */
    public static String words(List<Integer> counts) {
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        int most = counts.stream().max(Integer::compare).orElse(0);
        return all + " stories over the ledger's time, at most " + most + " in a stretch";
    }
}
