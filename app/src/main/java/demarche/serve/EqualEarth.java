package demarche.serve;

/**
 * The Equal Earth projection (Savric, Patterson, Jenny 2018, doi 10.1080/13658816.2018.1504949), the world's width as 10,000
 * units; the country shapes ({@link World}) are drawn in it.
 */
final class EqualEarth {
    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double HALF = 2.7066299836;
    private static final double TOP = 1.3173627591574;
    private static final double SCALE = 10_000 / (2 * HALF);

    private EqualEarth() {}

    /** A place on the map: to the right and down from the left upper corner. */
    record Point(double x, double y) {}

    /** Where a place is drawn, from degrees east and north. */
    static Point at(double lon, double lat) {
        double theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(lat)));
        double t2 = theta * theta;
        double t6 = t2 * t2 * t2;
        double x = 2
                * Math.sqrt(3)
                * Math.toRadians(lon)
                * Math.cos(theta)
                / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1));
        double y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
        return new Point((x + HALF) * SCALE, (TOP - y) * SCALE);
    }
}
