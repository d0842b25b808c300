package demarche.serve;

import java.util.List;

/**
 * Places the nodes of a network in a frame so that those with much between them are near (Fruchterman and Reingold 1991), then
 * moves apart those whose labels would lie on one another. The same network always gives the same places.
 */
final class ForceLayout {
    private static final int ROUNDS = 300;
    private static final double GRAVITY = 0.3;
    private static final double SPREAD = 0.65;
    private static final double FARTHEST = 1.8;

    private final double width;
    private final double height;
    private final double[] x;
    private final double[] y;

    /** Something that draws two nodes together; {@code strength} is from 0 to 1. */
    record Pull(int a, int b, double strength) {}

    /** What a node covers around its centre: to the left, to the right, and up and down. */
    record Extent(double left, double right, double half) {}

    private ForceLayout(int nodes, double width, double height) {
        this.width = width;
        this.height = height;
        this.x = new double[nodes];
        this.y = new double[nodes];
    }

    static List<EqualEarth.Point> of(List<Extent> nodes, List<Pull> pulls, double width, double height) {
        ForceLayout out = new ForceLayout(nodes.size(), width, height);
        out.spiral();
        for (int round = 0; round < ROUNDS; round++) {
            out.step(pulls, width / 8 * (1 - (double) round / ROUNDS));
        }
        out.spread();
        out.fill(nodes);
        for (int round = 0; round < ROUNDS && out.apart(nodes); round++) {
            out.keepInside(nodes);
        }
        out.keepInside(nodes);
        return java.util.stream.IntStream.range(0, nodes.size())
                .mapToObj(i -> new EqualEarth.Point(Math.round(out.x[i]), Math.round(out.y[i])))
                .toList();
    }

    /** The first node in the middle, the others around it, each a golden angle on. */
    private void spiral() {
        for (int i = 0; i < x.length; i++) {
            double angle = i * Math.PI * (3 - Math.sqrt(5));
            double far = 0.45 * Math.sqrt((double) i / x.length);
            x[i] = width * (0.5 + far * Math.cos(angle));
            y[i] = height * (0.5 + far * Math.sin(angle));
        }
    }

    private void step(List<Pull> pulls, double heat) {
        int n = x.length;
        double ideal = 0.75 * Math.sqrt(width * height / Math.max(1, n));
        double[] dx = new double[n];
        double[] dy = new double[n];
        for (int i = 0; i < n; i++) {
            dx[i] = GRAVITY * (width / 2 - x[i]);
            dy[i] = GRAVITY * (height / 2 - y[i]) * width / height;
            for (int j = 0; j < n; j++) {
                double far = distance(i, j);
                if (i != j) {
                    dx[i] += (x[i] - x[j]) / far * ideal * ideal / far;
                    dy[i] += (y[i] - y[j]) / far * ideal * ideal / far;
                }
            }
        }
        for (Pull p : pulls) {
            double force = distance(p.a(), p.b()) / ideal * p.strength();
            dx[p.a()] -= (x[p.a()] - x[p.b()]) * force;
            dy[p.a()] -= (y[p.a()] - y[p.b()]) * force;
            dx[p.b()] += (x[p.a()] - x[p.b()]) * force;
            dy[p.b()] += (y[p.a()] - y[p.b()]) * force;
        }
        for (int i = 0; i < n; i++) {
            double far = Math.max(0.01, Math.hypot(dx[i], dy[i]));
            x[i] += dx[i] / far * Math.min(far, heat);
            y[i] += dy[i] / far * Math.min(far, heat);
        }
    }

    private double distance(int i, int j) {
        return Math.max(0.01, Math.hypot(x[i] - x[j], y[i] - y[j]));
    }

    /** Makes room in the crowded middle: seen from the first node, those far out come nearer. */
    private void spread() {
        double cx = x.length == 0 ? 0 : x[0];
        double cy = x.length == 0 ? 0 : y[0];
        double[] all = java.util.stream.IntStream.range(0, x.length)
                .mapToDouble(i -> Math.hypot(x[i] - cx, y[i] - cy))
                .sorted()
                .toArray();
        double farthest = all.length == 0 ? 0 : FARTHEST * all[all.length / 2];
        for (int i = 0; i < x.length; i++) {
            double far = Math.max(1, Math.hypot(x[i] - cx, y[i] - cy));
            double scale = Math.pow(Math.min(far, farthest), SPREAD) / far;
            x[i] = cx + (x[i] - cx) * scale * 100;
            y[i] = cy + (y[i] - cy) * scale * 100;
        }
    }

    /** Stretches the picture so that it takes the whole frame. */
    private void fill(List<Extent> nodes) {
        double[] xs = java.util.Arrays.stream(x).sorted().toArray();
        double[] ys = java.util.Arrays.stream(y).sorted().toArray();
        for (int i = 0; i < x.length; i++) {
            Extent e = nodes.get(i);
            x[i] = e.left() + (x[i] - xs[0]) / Math.max(1, xs[xs.length - 1] - xs[0]) * (width - e.left() - e.right());
            y[i] = e.half() + (y[i] - ys[0]) / Math.max(1, ys[ys.length - 1] - ys[0]) * (height - 2 * e.half());
        }
    }

    /** Moves nodes that cover one another half the way apart each; false when none does. */
    private boolean apart(List<Extent> nodes) {
        boolean moved = false;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                Extent a = nodes.get(i);
                Extent b = nodes.get(j);
                double down = a.half() + b.half() - Math.abs(y[i] - y[j]);
                double across = Math.min(x[i] + a.right() - x[j] + b.left(), x[j] + b.right() - x[i] + a.left());
                if (down > 0 && across > 0) {
                    double sign = y[i] < y[j] || y[i] == y[j] ? 1 : -1;
                    y[i] -= sign * (down / 2 + 0.5);
                    y[j] += sign * (down / 2 + 0.5);
                    moved = true;
                }
            }
        }
        return moved;
    }

    private void keepInside(List<Extent> nodes) {
        for (int i = 0; i < x.length; i++) {
            Extent e = nodes.get(i);
            x[i] = Math.max(e.left(), Math.min(width - e.right(), x[i]));
            y[i] = Math.max(e.half(), Math.min(height - e.half(), y[i]));
        }
    }
}
