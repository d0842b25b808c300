package demarche.parse;

import demarche.story.InputException;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Scores parses against a treebank by the rules of the CoNLL 2018 shared task: words are aligned by their characters,
 * within multiword tokens by the longest common run of forms, and what is not aligned is wrong.
 */
public final class TreebankScore {
    /** The figures, in the order they are printed. */
    public static final List<String> FIGURES =
            List.of("Tokens", "Sentences", "Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS", "LAS with subtypes");

    private TreebankScore() {}

    /** Right answers among those the system gave and those the gold asks for. */
    public record Figure(int right, int system, int gold) {
        /** In percent; 0 where nothing was asked or given. */
        public double f1() {
            return system + gold == 0 ? 0 : 200.0 * right / (system + gold);
        }

        /** Right among what the system gave, in percent. */
        public double precision() {
            return system == 0 ? 0 : 100.0 * right / system;
        }

        /** Right among what the gold asks for, in percent. */
        public double recall() {
            return gold == 0 ? 0 : 100.0 * right / gold;
        }

        /** A JSON object that names its file. */
        public String json(String file) {
            ObjectNode out = JsonMapper.shared().createObjectNode().put("file", file);
            put(out);
            return out.toString();
        }

        private void put(ObjectNode out) {
            out.put("precision", precision()).put("recall", recall()).put("f1", f1());
        }

        /** Both counts together. */
        public Figure plus(Figure other) {
            return new Figure(right + other.right, system + other.system, gold + other.gold);
        }
    }

    /** Scores documents pairwise; each pair must hold the same characters. */
    public static Map<String, Figure> score(List<ConllU.Document> gold, List<ConllU.Document> system) {
        if (gold.size() != system.size()) {
            throw new InputException(system.size() + " documents against " + gold.size() + ". Score the same texts.");
        }
        Map<String, Figure> out = new LinkedHashMap<>();
        FIGURES.forEach(f -> out.put(f, new Figure(0, 0, 0)));
        for (int i = 0; i < gold.size(); i++) {
            score(Side.of(gold.get(i)), Side.of(system.get(i)), gold.get(i).id(), out);
        }
        return out;
    }

    /** One line of JSON: the file and its figures on gold words and from raw text. */
    public static String json(String file, Map<String, Figure> words, Map<String, Figure> text) {
        ObjectNode out = JsonMapper.shared().createObjectNode().put("file", file);
        ObjectNode onWords = out.putObject("goldWords");
        words.forEach((name, f) -> f.put(onWords.putObject(name)));
        ObjectNode onText = out.putObject("rawText");
        text.forEach((name, f) -> f.put(onText.putObject(name)));
        return out + "\n";
    }

    private static void score(Side gold, Side system, String id, Map<String, Figure> out) {
        if (!gold.characters().equals(system.characters())) {
            throw new InputException(id + ": the two texts differ. Score the same texts.");
        }
        add(out, "Tokens", common(gold.tokens(), system.tokens()));
        add(out, "Sentences", common(gold.sentences(), system.sentences()));
        List<Pair> aligned = WordAlignment.align(gold.words(), system.words());
        Map<Item, Item> goldOf = new java.util.IdentityHashMap<>();
        aligned.forEach(p -> goldOf.put(p.system(), p.gold()));
        BiPredicate<Token, Token> lemma =
                (g, s) -> g.lemma().equals("_") || g.lemma().equals(s.lemma());
        BiPredicate<Token, Token> base = (g, s) -> g.baseRelation().equals(s.baseRelation());
        BiPredicate<Token, Token> full = (g, s) -> g.relation().equals(s.relation());
        int[] right = new int[7];
        for (Pair p : aligned) {
            Token g = p.gold().token();
            Token s = p.system().token();
            boolean head = headRight(p, gold, system, goldOf);
            right[0]++;
            right[1] += g.upos().equals(s.upos()) ? 1 : 0;
            right[2] += g.xpos().equals(s.xpos()) ? 1 : 0;
            right[3] += lemma.test(g, s) ? 1 : 0;
            right[4] += head ? 1 : 0;
            right[5] += head && base.test(g, s) ? 1 : 0;
            right[6] += head && full.test(g, s) ? 1 : 0;
        }
        for (int i = 0; i < right.length; i++) {
            Figure f = new Figure(right[i], system.words().size(), gold.words().size());
            add(out, FIGURES.get(i + 2), f);
        }
    }

    private static void add(Map<String, Figure> out, String name, Figure figure) {
        out.merge(name, figure, Figure::plus);
    }

    private static boolean headRight(Pair p, Side gold, Side system, Map<Item, Item> goldOf) {
        Item goldHead = gold.head(p.gold());
        Item systemHead = system.head(p.system());
        return systemHead == null ? goldHead == null : goldHead != null && goldOf.get(systemHead) == goldHead;
    }

    private static Figure common(List<Span> gold, List<Span> system) {
        int right = 0;
        int s = 0;
        for (Span g : gold) {
            while (s < system.size() && system.get(s).compareTo(g) < 0) {
                s++;
            }
            right += s < system.size() && system.get(s).equals(g) ? 1 : 0;
        }
        return new Figure(right, system.size(), gold.size());
    }

    /** A word: where its token stands among the characters that are not space, and whether it is one of several. */
    record Item(Token token, int sentence, Span span, boolean multiword) {}

    /** A word of the gold and the system's word for it. */
    record Pair(Item gold, Item system) {}

    /** One side of the comparison, in characters without space. */
    private record Side(
            String characters, List<Span> tokens, List<Span> sentences, List<Item> words, List<Integer> firstWord) {

        static Side of(ConllU.Document d) {
            StringBuilder characters = new StringBuilder();
            int[] before = new int[d.text().codePointCount(0, d.text().length()) + 1];
            int point = 0;
            int kept = 0;
            for (int c : (Iterable<Integer>) d.text().codePoints()::iterator) {
                before[point++] = kept;
                if (!Tokenizer.isSpace(c)) {
                    characters.appendCodePoint(c);
                    kept++;
                }
            }
            before[point] = kept;
            Side side = new Side(
                    characters.toString(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < d.sentences().size(); i++) {
                side.add(d.sentences().get(i), d.multiwords().get(i), i, before);
            }
            return side;
        }

        private void add(Sentence sentence, List<ConllU.Multiword> groups, int number, int[] before) {
            firstWord.add(words.size());
            sentences.add(squeezed(sentence.span(), before));
            int group = 0;
            for (Token t : sentence.tokens()) {
                while (group < groups.size() && groups.get(group).last() < t.index()) {
                    group++;
                }
                boolean inside = group < groups.size() && groups.get(group).first() <= t.index();
                Span span = squeezed(inside ? groups.get(group).span() : t.span(), before);
                words.add(new Item(t, number, span, inside));
                if (!inside || groups.get(group).first() == t.index()) {
                    tokens.add(span);
                }
            }
        }

        private static Span squeezed(Span span, int[] before) {
            return Span.of(before[span.start()], before[span.end()]);
        }

        @org.jspecify.annotations.Nullable
        Item head(Item word) {
            int head = word.token().head();
            return head == 0 ? null : words.get(firstWord.get(word.sentence()) + head - 1);
        }
    }
}
