package demarche.ledger;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds stories that are the same text under another outlet or with small edits: MinHash over runs of five words (Broder
 * 1997), candidates by bands, judged by the estimated share of runs that both have.
 */
final class Copies {
    /** Share of like five-word runs from which two texts count as one story. */
    static final double COPY = 0.6;

    private static final int COMPONENTS = 128;
    private static final int BITS = 8;
    private static final int BAND_BYTES = 4;
    private static final int RUN = 5;
    private static final int SHORTEST = 30;
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.minHash(COMPONENTS, BITS);

    private record Known(String story, String source, byte[] signature) {}

    /** The story a text is a copy of, and how like they are (0 to 1). */
    record Found(String story, double likeness) {}

    private final Map<Long, List<Known>> bands = new HashMap<>();

    /** The signature of a text; empty when it is too short to judge. */
    static byte[] signature(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        if (words.length < SHORTEST) {
            return new byte[0];
        }
        Set<Long> runs = new LinkedHashSet<>();
        for (int i = 0; i + RUN <= words.length; i++) {
            runs.add(Hashing.komihash5_0()
                    .hashCharsToLong(String.join(" ", List.of(words).subList(i, i + RUN))));
        }
        List<Long> hashes = new ArrayList<>(runs);
        return POLICY.createHasher().compute(ElementHashProvider.ofFunction(hashes::get, hashes.size()));
    }

    /** The most like earlier story, null when none is a copy; another version of the story itself is no copy. */
    @Nullable
    Found find(byte[] signature, String source) {
        Found best = null;
        Set<String> seen = new LinkedHashSet<>();
        for (long band : bandsOf(signature)) {
            for (Known known : bands.getOrDefault(band, List.of())) {
                if (seen.add(known.story())) {
                    double likeness = likeness(signature, known.signature());
                    if (likeness >= COPY
                            && !known.source().equals(source)
                            && (best == null || likeness > best.likeness())) {
                        best = new Found(known.story(), likeness);
                    }
                }
            }
        }
        return best;
    }

    /** Remembers a story that later ones may be copies of. */
    void remember(String story, String source, byte[] signature) {
        Known known = new Known(story, source, signature);
        for (long band : bandsOf(signature)) {
            bands.computeIfAbsent(band, k -> new ArrayList<>(1)).add(known);
        }
    }

    void forget() {
        bands.clear();
    }

    /** Jaccard estimate, corrected for components that are equal by chance (1 in 2^bits). */
    private static double likeness(byte[] a, byte[] b) {
        double chance = 1.0 / (1 << BITS);
        double equal = POLICY.getNumberOfEqualComponents(a, b) / (double) COMPONENTS;
        return Math.max(0, (equal - chance) / (1 - chance));
    }

    private static long[] bandsOf(byte[] signature) {
        long[] out = new long[signature.length / BAND_BYTES];
        for (int i = 0; i < out.length; i++) {
            long band = i;
            for (int j = 0; j < BAND_BYTES; j++) {
                band = band << 8 | signature[i * BAND_BYTES + j] & 0xff;
            }
            out[i] = band;
        }
        return out;
    }
}
