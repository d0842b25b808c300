package demarche.parse;

import demarche.parse.TreebankScore.Item;
import demarche.parse.TreebankScore.Pair;
import java.util.ArrayList;
import java.util.List;

/** Aligns gold and system words as the evaluation script of the CoNLL 2018 shared task does. */
final class WordAlignment {
    private final List<Item> gold;
    private final List<Item> system;
    private final List<Pair> pairs = new ArrayList<>();
    private int g;
    private int s;

    private WordAlignment(List<Item> gold, List<Item> system) {
        this.gold = gold;
        this.system = system;
    }

    static List<Pair> align(List<Item> gold, List<Item> system) {
        WordAlignment a = new WordAlignment(gold, system);
        while (a.g < gold.size() && a.s < system.size()) {
            a.step();
        }
        return a.pairs;
    }

    private void step() {
        Item a = gold.get(g);
        Item b = system.get(s);
        if (a.multiword() || b.multiword()) {
            multiword();
        } else if (a.span().equals(b.span())) {
            pairs.add(new Pair(a, b));
            g++;
            s++;
        } else if (a.span().start() <= b.span().start()) {
            g++;
        } else {
            s++;
        }
    }

    private void multiword() {
        Item a = gold.get(g);
        Item b = system.get(s);
        int end = a.multiword() ? a.span().end() : b.span().end();
        if (a.multiword() && !b.multiword() && b.span().start() < a.span().start()) {
            s++;
        } else if (!a.multiword() && a.span().start() < b.span().start()) {
            g++;
        }
        int firstGold = g;
        int firstSystem = s;
        while (!beyond(gold, g, end) || !beyond(system, s, end)) {
            boolean goldNext = g < gold.size()
                    && (s >= system.size()
                            || gold.get(g).span().start()
                                    <= system.get(s).span().start());
            Item next = goldNext ? gold.get(g++) : system.get(s++);
            end = next.multiword() ? Math.max(end, next.span().end()) : end;
        }
        alignForms(gold.subList(firstGold, g), system.subList(firstSystem, s));
    }

    private static boolean beyond(List<Item> words, int i, int end) {
        if (i >= words.size()) {
            return true;
        }
        Item word = words.get(i);
        return word.multiword() ? word.span().start() >= end : word.span().end() > end;
    }

    private void alignForms(List<Item> golds, List<Item> systems) {
        int[][] common = new int[golds.size() + 1][systems.size() + 1];
        for (int i = golds.size() - 1; i >= 0; i--) {
            for (int j = systems.size() - 1; j >= 0; j--) {
                int here = same(golds.get(i), systems.get(j)) ? 1 + common[i + 1][j + 1] : 0;
                common[i][j] = Math.max(here, Math.max(common[i + 1][j], common[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < golds.size() && j < systems.size()) {
            if (same(golds.get(i), systems.get(j))) {
                pairs.add(new Pair(golds.get(i++), systems.get(j++)));
            } else if (common[i][j] == common[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean same(Item a, Item b) {
        return a.token().form().equalsIgnoreCase(b.token().form());
    }
}
