package demarche.bench;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures for people. Rates of both systems count sentences as Demarche cuts them, so that they can be compared. */
record Sheet(JsonNode ours, @Nullable JsonNode peer) {
    private static final double MILLION = 1e6;

    void print(PrintStream out) {
        out.printf("%n%-44s %12s %12s %9s%n", "", "Demarche", "CoreNLP", "ratio");
        for (String part : new String[] {"warm", "whole"}) {
            String what = part.equals("warm") ? ", warm" : ", with start-up";
            row(out, "stories a second" + what, rate(ours, part, "stories"), rate(peer, part, "stories"), false);
            row(out, "sentences a second" + what, rate(ours, part, "sentences"), rate(peer, part, "sentences"), false);
            row(out, "words a second" + what, rate(ours, part, "words"), rate(peer, part, "words"), false);
            row(out, "CPU seconds per 1,000 sentences" + what, cpu(ours, part), cpu(peer, part), true);
        }
        row(out, "peak memory, MB", mega(ours), peer == null ? Double.NaN : mega(peer), true);
        row(out, "seconds to the first reading", first(ours), peer == null ? Double.NaN : first(peer), true);
    }

    /** {@code ratio}: how many times better Demarche is. */
    private static void row(PrintStream out, String name, double ours, double peer, boolean lessIsBetter) {
        if (Double.isNaN(peer)) {
            out.printf("%-44s %12.2f%n", name, ours);
            return;
        }
        double ratio = lessIsBetter ? peer / ours : ours / peer;
        out.printf("%-44s %12.2f %12.2f %8.1fx%n", name, ours, peer, ratio);
    }

    private double rate(@Nullable JsonNode of, String part, String unit) {
        return of == null ? Double.NaN : ours.get(part).get(unit).asDouble() / of.get(part).get("wallSeconds").asDouble();
    }

    private double cpu(@Nullable JsonNode of, String part) {
        return of == null
                ? Double.NaN
                : 1000 * of.get(part).get("cpuSeconds").asDouble() / ours.get(part).get("sentences").asDouble();
    }

    private static double mega(JsonNode of) {
        return of.get("peakBytes").asDouble() / MILLION;
    }

    private static double first(JsonNode of) {
        return of.get("firstReading").get("medianSeconds").asDouble();
    }

    static void stages(JsonNode stages, JsonNode product, PrintStream out) {
        double whole = stages.get("wholeCpuSeconds").asDouble();
        double sentences = stages.get("sentences").asDouble();
        out.printf("%n%-44s %12s %9s%n", "CPU seconds per 1,000 sentences by stage", "", "share");
        for (String stage : stages.get("cpuSeconds").propertyNames()) {
            double seconds = stages.get("cpuSeconds").get(stage).asDouble();
            out.printf("  %-42s %12.3f %8.1f%%%n", stage, 1000 * seconds / sentences, 100 * seconds / whole);
        }
        out.printf("  %-42s %12.3f %8.1f%%%n", "whole process", 1000 * whole / sentences, 100.0);
        double encoder = stages.get("encoderOperationsPerCpuSecond").asDouble();
        out.printf(
                "Encoder: %.1f million operations a word piece, %.0f billion a CPU second: %.0f %% of this machine's int8"
                        + " products (%.0f), %.0f %% of its fp32 products (%.0f).%n",
                stages.get("operationsPerPiece").asDouble() / MILLION,
                encoder / 1e9,
                100 * encoder / product.get("int8").asDouble(),
                product.get("int8").asDouble() / 1e9,
                100 * encoder / product.get("fp32").asDouble(),
                product.get("fp32").asDouble() / 1e9);
    }

    static void scale(JsonNode scaled, int most, PrintStream out) {
        double one = warm(scaled.get("workers1"), "wallSeconds");
        double two = warm(scaled.get("workers2"), "wallSeconds");
        out.printf("%nTwo workers are %.2f times as fast as one (warm, by the clock).%n", one / two);
        double few = warm(scaled.get("stories1000"), "cpuSeconds");
        double many = warm(scaled.get("stories" + most), "cpuSeconds");
        out.printf(
                "A sentence among %,d stories costs %.2f times the CPU of one among 1,000; peak memory %.0f MB and %.0f MB.%n",
                most, many / few, mega(scaled.get("stories" + most)), mega(scaled.get("stories1000")));
    }

    /** Seconds a sentence. */
    private static double warm(JsonNode run, String unit) {
        return run.get("warm").get(unit).asDouble() / run.get("warm").get("sentences").asDouble();
    }
}
