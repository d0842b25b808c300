package demarche.eval;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Co-reference as the CoNLL shared tasks score it: MUC, B-cubed, CEAF over entities and the average of their F1.
 *
 * <p>Sources: S. Pradhan et al., Scoring Coreference Partitions of Predicted Mentions, ACL 2014, with the definitions of
 * M. Vilain et al. (MUC-6, 1995), A. Bagga and B. Baldwin (LREC 1998) and X. Luo (EMNLP 2005, similarity φ4). Numerators and
 * denominators are summed over documents. Mentions are compared with {@code equals}.
 */
public final class CorefScore {
    private enum Figure {
        MENTIONS,
        MUC,
        B_CUBED,
        CEAF_E,
        CONLL
    }

    private final double[][] sums = new double[Figure.values().length][4];

    /** Adds a document: its gold entities and the system's, each a set of mentions; no mention is in two of them. */
    public <M> void add(Collection<? extends Set<M>> gold, Collection<? extends Set<M>> system) {
        Map<M, Set<M>> goldOf = index(gold);
        Map<M, Set<M>> systemOf = index(system);
        Set<M> both = new HashSet<>(goldOf.keySet());
        both.retainAll(systemOf.keySet());
        count(Figure.MENTIONS, both.size(), goldOf.size(), both.size(), systemOf.size());
        count(Figure.MUC, links(gold, systemOf), most(gold), links(system, goldOf), most(system));
        count(Figure.B_CUBED, shared(goldOf, systemOf), goldOf.size(), shared(systemOf, goldOf), systemOf.size());
        double alike = alike(List.copyOf(gold), List.copyOf(system));
        count(Figure.CEAF_E, alike, gold.size(), alike, system.size());
    }

    private static String name(Figure figure) {
        return figure.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void count(Figure figure, double found, double gold, double right, double coded) {
        double[] s = sums[figure.ordinal()];
        s[0] += found;
        s[1] += gold;
        s[2] += right;
        s[3] += coded;
    }

    private static <M> Map<M, Set<M>> index(Collection<? extends Set<M>> entities) {
        Map<M, Set<M>> out = new HashMap<>();
        for (Set<M> entity : entities) {
            entity.forEach(m -> out.put(m, entity));
        }
        return out;
    }

    private static <M> double most(Collection<? extends Set<M>> entities) {
        return entities.stream().mapToInt(e -> e.size() - 1).sum();
    }

    /** Links that remain of each entity when the other side parts it; mentions the other lacks stand alone. */
    private static <M> double links(Collection<? extends Set<M>> entities, Map<M, Set<M>> other) {
        double out = 0;
        for (Set<M> entity : entities) {
            Set<Set<M>> parts = new HashSet<>();
            int alone = 0;
            for (M mention : entity) {
                Set<M> part = other.get(mention);
                if (part == null) {
                    alone++;
                } else {
                    parts.add(part);
                }
            }
            out += entity.size() - parts.size() - alone;
        }
        return out;
    }

    private static <M> double shared(Map<M, Set<M>> one, Map<M, Set<M>> other) {
        double out = 0;
        for (Map.Entry<M, Set<M>> e : one.entrySet()) {
            Set<M> there = other.get(e.getKey());
            if (there != null) {
                out += (double) common(e.getValue(), there) / e.getValue().size();
            }
        }
        return out;
    }

    private static <M> int common(Set<M> a, Set<M> b) {
        int out = 0;
        for (M mention : a) {
            out += b.contains(mention) ? 1 : 0;
        }
        return out;
    }

    private static <M> double alike(List<? extends Set<M>> gold, List<? extends Set<M>> system) {
        if (gold.isEmpty() || system.isEmpty()) {
            return 0;
        }
        double[][] value = new double[gold.size()][system.size()];
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < system.size(); j++) {
                int size = gold.get(i).size() + system.get(j).size();
                value[i][j] = 2.0 * common(gold.get(i), system.get(j)) / size;
            }
        }
        return Assignment.best(value);
    }

    /** By figure: precision, recall, F1, each in percent; the average has the mean of each. */
    public Map<String, double[]> figures() {
        Map<String, double[]> out = new LinkedHashMap<>();
        double[] mean = new double[3];
        for (Figure figure : Figure.values()) {
            double[] s = sums[figure.ordinal()];
            double p = Ratio.of(s[2], s[3]);
            double r = Ratio.of(s[0], s[1]);
            double[] row = {100 * p, 100 * r, 100 * Ratio.f1(p, r)};
            if (figure == Figure.CONLL) {
                out.put(name(figure), mean);
            } else {
                out.put(name(figure), row);
                for (int i = 0; i < 3 && figure != Figure.MENTIONS; i++) {
                    mean[i] += row[i] / 3;
                }
            }
        }
        return out;
    }
}
