package demarche.serve;

/** Cooperation and conflict among some events. */
public final class Balance {
    private static final double LEAST = 0.4;
    private static final double MOST = 0.6;

    private Balance() {}

    /** The style class: with, against, or fears (grey) where neither prevails. */
    public static String tone(long cooperation, long conflict) {
        double all = cooperation + conflict;
        double share = all == 0 ? 0.5 : conflict / all;
        return share > MOST ? "against" : share < LEAST ? "with" : "fears";
    }

    /** "3 events, 2 of them conflict". */
    public static String words(long events, long conflict) {
        return String.format(
                "%,d %s, %s conflict",
                events,
                events == 1 ? "event" : "events",
                conflict == events && events > 1 ? "all" : conflict == 0 ? "no" : String.format("%,d", conflict));
    }

    /** The part of a bar {@code width} long that {@code part} of {@code most} takes. */
    public static double bar(long part, long most, int width) {
        return most == 0 ? 0 : Math.round(10.0 * width * part / most) / 10.0;
    }
}
