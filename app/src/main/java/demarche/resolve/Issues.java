package demarche.resolve;

import demarche.code.CodedPosition;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Issue;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issues of a story: what its positions are about, one issue for namings that share a head or a kind of thing.
 *
 * <p>An issue's name is the shortest noun phrase that names it: the head with its compounds, adjectives and "of" phrase,
 * without determiners and clauses.
 */
public final class Issues {
    /** Verbs that without an object name no issue ("we will not give in"). */
    private static final Set<String> EMPTY = Set.of(
            "give", "yield", "back", "cave", "bow", "budge", "go", "come", "do", "be", "have", "get", "act", "try");

    private final List<Issue> list;
    private final Map<Ref, String> ids;

    private Issues(List<Issue> list, Map<Ref, String> ids) {
        this.list = List.copyOf(list);
        this.ids = Map.copyOf(ids);
    }

    /** All issues, in order of first naming. */
    public List<Issue> list() {
        return list;
    }

    /** The issue that the phrase with this head names; null when it names none. */
    public @Nullable String at(Ref head) {
        return ids.get(head);
    }

    private record Naming(Ref head, String name, String key, Set<String> words, Span span) {}

    /** Gathers the issues of positions; {@code words} tells an issue's kind and which nouns mean one thing. */
    static Issues of(Parse parse, List<CodedPosition> positions, IssueWords words) {
        List<Tree> trees = parse.sentences().stream().map(Tree::new).toList();
        Map<Ref, Naming> namings = new LinkedHashMap<>();
        for (CodedPosition position : positions) {
            for (Ref ref : position.issues()) {
                Naming naming = naming(trees, ref, words);
                if (naming != null) {
                    namings.putIfAbsent(ref, naming);
                    break;
                }
            }
        }
        // Other namings of the same things, anywhere in the story.
        Set<String> keys = new HashSet<>();
        namings.values().forEach(n -> keys.add(n.key()));
        for (int s = 0; s < trees.size(); s++) {
            for (Token token : trees.get(s).sentence().tokens()) {
                Ref ref = new Ref(s, token.index());
                if (token.upos().equals("NOUN")
                        && !token.baseRelation().equals("compound")
                        && keys.contains(words.same(trees.get(s).lemma(token.index())))) {
                    Naming naming = naming(trees, ref, words);
                    if (naming != null) {
                        namings.putIfAbsent(ref, naming);
                    }
                }
            }
        }
        return group(trees, positions, namings, words);
    }

    private static Issues group(
            List<Tree> trees, List<CodedPosition> positions, Map<Ref, Naming> namings, IssueWords words) {
        Set<Ref> held = new HashSet<>();
        positions.forEach(p -> held.addAll(p.issues()));
        Map<String, List<Naming>> groups = new LinkedHashMap<>();
        namings.values()
                .forEach(n ->
                        groups.computeIfAbsent(n.key(), k -> new ArrayList<>()).add(n));
        List<Issue> list = new ArrayList<>();
        Map<Ref, String> ids = new HashMap<>();
        groups.forEach((key, group) -> {
            String id = "i" + (list.size() + 1);
            list.add(new Issue(
                    id,
                    best(group, held),
                    words.kind(key),
                    group.stream().map(Naming::span).distinct().sorted().toList(),
                    List.of()));
            group.forEach(n -> ids.put(n.head(), id));
        });
        Map<Ref, String> all = new HashMap<>(ids);
        for (CodedPosition position : positions) {
            for (Ref ref : position.issues()) {
                if (!all.containsKey(ref)
                        && trees.get(ref.sentence()).token(ref.token()).upos().equals("PRON")) {
                    String antecedent = antecedent(trees, ref, ids);
                    if (antecedent != null) {
                        all.put(ref, antecedent);
                    }
                }
            }
        }
        return new Issues(list, all);
    }

    /** "it", "them": the nearest issue named before it. */
    private static @Nullable String antecedent(List<Tree> trees, Ref pronoun, Map<Ref, String> ids) {
        Ref best = null;
        for (Ref ref : ids.keySet()) {
            boolean before = ref.compareTo(pronoun) < 0 && pronoun.sentence() - ref.sentence() <= 2;
            if (before && (best == null || best.compareTo(ref) < 0)) {
                best = ref;
            }
        }
        return best == null ? null : ids.get(best);
    }

    private static List<Naming> orElse(List<Naming> some, List<Naming> otherwise) {
        return some.isEmpty() ? otherwise : some;
    }

    private static String best(List<Naming> group, Set<Ref> held) {
        Map<String, Integer> count = new LinkedHashMap<>();
        // Headlines are in capitals and leave out words, so the text's own words name an issue when there are any.
        List<Naming> text =
                orElse(group.stream().filter(n -> n.span().in() == null).toList(), group);
        orElse(
                        text.stream()
                                .filter(n -> n.span().in() == null && held.contains(n.head()))
                                .toList(),
                        text)
                .forEach(n -> count.merge(n.name(), 1, Integer::sum));
        return count.entrySet().stream()
                .max(java.util.Comparator.<Map.Entry<String, Integer>>comparingInt(
                        e -> e.getValue() * 2 + Math.min(4, e.getKey().split(" ").length)))
                .map(Map.Entry::getKey)
                .orElse(group.get(0).name());
    }

    /** "billions of dollars worth of equipment": the thing that is measured. */
    private static int measured(Tree tree, int head, IssueWords words) {
        int at = head;
        for (int step = 0; step < 3 && words.isQuantity(tree.lemma(at)); step++) {
            int inner = at;
            for (Token child : tree.children(at, "nmod")) {
                inner = tree.preposition(child.index()).matches("of( of)?") ? tree.contentHead(child.index()) : inner;
            }
            inner = inner == at || words.isQuantity(tree.lemma(inner)) ? worth(tree, at, inner) : inner;
            if (inner == at) {
                break;
            }
            at = inner;
        }
        return at;
    }

    /** "Billions worth of equipment": "worth" may hang on the amount or stand beside it; {@code other} when there is none. */
    private static int worth(Tree tree, int amount, int other) {
        for (int governor : new int[] {amount, tree.token(amount).head()}) {
            for (Token child : governor == 0 ? List.<Token>of() : tree.children(governor)) {
                boolean near = child.index() > amount && child.index() - amount <= 4;
                if (near && tree.lemma(child.index()).equals("worth")) {
                    return child.index();
                }
            }
        }
        return other;
    }

    private static @Nullable Naming naming(List<Tree> trees, Ref named, IssueWords words) {
        Tree tree = trees.get(named.sentence());
        Ref ref = named;
        Token head = tree.token(measured(tree, named.token(), words));
        if (!Set.of("NOUN", "PROPN", "VERB", "ADJ").contains(head.upos())
                || head.index() == named.token() && words.isPartitive(tree.lemma(head.index()))) {
            return null;
        }
        if (head.upos().equals("VERB")) {
            return act(tree, ref);
        }
        int first = head.index();
        int last = head.index();
        for (Token child : tree.children(head.index(), "amod", "compound", "flat")) {
            boolean counted = tree.lemma(child.index()).matches("per|cent|percent|pct|%|mln|bln|million|billion");
            if (child.index() < first && !counted && !child.upos().matches("PRON|DET")) {
                first = child.index();
            }
        }
        for (Token child : tree.children(head.index(), "nmod")) {
            if (tree.preposition(child.index()).equals("of") && child.index() - head.index() <= 4) {
                int whole = tree.range(child.index()).last();
                last = Math.max(last, whole <= head.index() + 6 ? whole : child.index());
            }
        }
        Sentence sentence = tree.sentence();
        Span span = sentence.token(first).span().union(sentence.token(last).span());
        String lemma = head.upos().equals("PROPN") ? head.form() : tree.lemma(head.index());
        Set<String> all = new HashSet<>();
        for (int i = first; i <= last; i++) {
            all.add(tree.lemma(i).toLowerCase(Locale.ROOT));
        }
        return new Naming(
                ref,
                plain(tree, head.index(), first, last),
                words.same(thing(tree, head.index(), lemma, words)),
                all,
                span);
    }

    /** "the return of the trawlers" is about trawlers: the head of what an act is done to. */
    private static String thing(Tree tree, int head, String lemma, IssueWords words) {
        if (words.isAct(lemma)) {
            for (Token child : tree.children(head, "nmod")) {
                if (tree.preposition(child.index()).equals("of")) {
                    return tree.lemma(tree.contentHead(child.index()));
                }
            }
        }
        return lemma;
    }

    /** "three ships": how many they are names no issue; "200 per cent tariffs" are told from others by it. */
    private static boolean counts(Tree tree, int word, int head) {
        Token token = tree.token(word);
        return token.baseRelation().equals("nummod")
                && word < head
                && token.head() == head
                && !tree.token(word + 1).form().matches("(?i)per|percent|pct|%");
    }

    /** The words without "the", "these", "its". */
    private static String plain(Tree tree, int head, int first, int last) {
        StringBuilder out = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String relation = tree.token(i).baseRelation();
            boolean aside = relation.equals("det")
                    || out.isEmpty() && relation.equals("nummod")
                    || relation.equals("nmod") && tree.token(i).upos().matches("PRON|DET")
                    || relation.equals("cc") && i == last
                    || counts(tree, i, head)
                    || tree.token(i).form().matches("[\"“”]|``|''");
            if (!aside) {
                boolean touches = !out.isEmpty()
                        && tree.token(i - 1).span().end()
                                == tree.token(i).span().start();
                out.append(out.isEmpty() || touches ? "" : " ")
                        .append(tree.token(i).form());
            }
        }
        return out.toString();
    }

    /** "resign", "release him": an act with no thing to name it by, with its object; null for one that names nothing. */
    private static @Nullable Naming act(Tree tree, Ref ref) {
        if (EMPTY.contains(tree.lemma(ref.token())) && !tree.has(ref.token(), "obj")) {
            return null;
        }
        int last = ref.token();
        for (Token child : tree.children(ref.token(), "obj", "advmod", "compound")) {
            if (child.index() > last && child.index() - ref.token() <= 3) {
                last = child.index();
            }
        }
        Sentence sentence = tree.sentence();
        Span span =
                sentence.token(ref.token()).span().union(sentence.token(last).span());
        String name = NameFinder.text(sentence, ref.token(), last);
        return new Naming(ref, name, "to " + tree.lemma(ref.token()), Set.of(), span);
    }
}
