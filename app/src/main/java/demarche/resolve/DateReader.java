package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.resolve.DateValue.Direction;
import demarche.story.Span;
import demarche.story.StoryDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates a sentence gives and tells which one belongs to an act. Pure and thread-safe.
 *
 * <p>A date is resolved against the day the story came out, but that day itself is never taken for the date of anything:
 * an act without a date in its sentence has none. Ranges ("Oct. 4-6") count from their first day.
 */
public final class DateReader {
    private static final Set<String> WILL = Set.of("will", "shall", "'ll", "wo");
    /** What a programme tells in the present: "the duties take effect on April 17". */
    private static final Set<String> PROGRAMME = Set.of(
            "start", "begin", "open", "arrive", "expire", "end", "take", "come", "go", "leave", "meet", "return",
            "resume");

    private static final Set<String> AHEAD = Set.of(
            "schedule",
            "plan",
            "expect",
            "set",
            "due",
            "slate",
            "agree",
            "intend",
            "promise",
            "vow",
            "threaten",
            "prepare",
            "want",
            "hope",
            "decide",
            "order",
            "postpone",
            "deadline",
            "invite",
            "urge",
            "ask",
            "propose");
    private static final Set<String> BOUNDS = Set.of(
            "since", "until", "till", "before", "after", "by", "following", "ahead of", "prior to", "than", "up to");
    private static final Set<String> TIMES = Set.of("obl", "nmod", "advmod", "nummod", "dep", "compound");
    private static final Set<String> SHARED =
            Set.of("xcomp", "obj", "nsubj", "nmod", "obl", "compound", "conj", "appos");
    private final @Nullable LocalDate published;
    private final Map<Sentence, Dated> dated = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A reader of one story; {@code published} is the day it came out, null when it is not known. */
    public DateReader(@Nullable LocalDate published) {
        this.published = published;
    }

    /** A date with the words it stands in (CoNLL-U indexes, both inclusive) and the one that hangs on the rest. */
    record Found(int first, int last, int head, StoryDate date) {}

    /** A sentence's tree and its dates; a sentence is asked about once for each of its acts. */
    private record Dated(Tree tree, List<Found> all, List<Found> telling) {}

    private Dated dated(Sentence sentence) {
        return dated.computeIfAbsent(sentence, s -> {
            Tree tree = new Tree(s);
            List<Found> all = find(tree);
            return new Dated(
                    tree, all, all.stream().filter(f -> !bound(tree, f)).toList());
        });
    }

    /** All dates of a sentence, in order. */
    public List<StoryDate> read(Sentence sentence) {
        return dated(sentence).all().stream().map(Found::date).toList();
    }

    /**
     * The date of what a word says.
     *
     * @param trigger CoNLL-U index of the verb or noun
     * @param spoken whether the act is done by words, so that "said on Monday" dates it
     * @return null when the sentence gives none for it
     */
    public @Nullable StoryDate dateOf(Sentence sentence, int trigger, boolean spoken) {
        Tree tree = dated(sentence).tree();
        List<Found> found = dated(sentence).telling();
        int at = trigger;
        for (int step = 0; at != 0 && step < 12 && !found.isEmpty(); step++) {
            Found near = attached(tree, found, at, at == trigger);
            if (near != null) {
                return near.date();
            }
            Token token = tree.token(at);
            boolean up = SHARED.contains(token.baseRelation())
                    || spoken && Set.of("ccomp", "parataxis").contains(token.baseRelation());
            if (!up) {
                return null;
            }
            at = token.head();
        }
        return null;
    }

    private static @Nullable Found attached(Tree tree, List<Found> found, int at, boolean own) {
        return found.stream()
                .filter(f -> hangs(tree, f, at, own))
                .min(Comparator.comparingInt(f -> Math.abs(f.head() - at)))
                .orElse(null);
    }

    private static boolean hangs(Tree tree, Found f, int at, boolean own) {
        Token head = tree.token(f.head());
        if (at >= f.first() && at <= f.last()) {
            return false;
        }
        if (head.head() == at) {
            return TIMES.contains(head.baseRelation()) || own && head.relation().equals("nmod:poss");
        }
        // "met envoys on Monday" is as often read as envoys on Monday; a year there tells of the noun.
        if (head.head() == 0 || !own || !fine(f.date()) || !TIMES.contains(head.baseRelation())) {
            return false;
        }
        Token between = tree.token(head.head());
        return between.head() == at
                && Set.of("obj", "obl", "nmod").contains(between.baseRelation())
                && !head.relation().equals("nmod:poss");
    }

    private static boolean fine(StoryDate date) {
        return date.precision() == StoryDate.Precision.DAY || date.precision() == StoryDate.Precision.WEEK;
    }

    /** "Since 2015" and "by Monday" bound the act's time; they do not tell it. */
    private static boolean bound(Tree tree, Found f) {
        for (int i = f.first(); i <= f.last(); i++) {
            if (BOUNDS.contains(tree.preposition(i))) {
                return true;
            }
        }
        return f.first() > 1 && BOUNDS.contains(tree.lemma(f.first() - 1));
    }

    List<Found> find(Tree tree) {
        SentenceText text = new SentenceText(tree.sentence());
        String line = text.text();
        Set<DatePatterns.Sign> signs = DatePatterns.Sign.in(line);
        boolean[] taken = new boolean[line.length()];
        List<Found> out = new ArrayList<>();
        for (DatePatterns.Form form : DatePatterns.FORMS) {
            Matcher m = form.pattern().matcher(line);
            while (signs.contains(form.sign()) && m.find()) {
                if (free(taken, m.start(), m.end())) {
                    Found found = found(tree, text, form, m);
                    if (found != null) {
                        java.util.Arrays.fill(taken, m.start(), m.end(), true);
                        out.add(found);
                    }
                }
            }
        }
        out.sort(Comparator.comparingInt(Found::first).thenComparingInt(Found::last));
        return out;
    }

    private static boolean free(boolean[] taken, int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Found found(Tree tree, SentenceText text, DatePatterns.Form form, Matcher m) {
        int first = text.at(m.start()).index();
        int last = text.at(m.end() - 1).index();
        int head = NameFinder.head(tree.sentence(), first, last);
        if (counts(tree, first, last, head)) {
            return null;
        }
        DateValue value = form.value(m, published, ahead(tree, head, first) ? Direction.FUTURE : Direction.PAST);
        if (value == null) {
            return null;
        }
        Span span = text.span(m.start(), m.end());
        return new Found(
                first,
                last,
                head,
                new StoryDate(value.value(), value.precision(), m.group(), span.start(), span.end(), span.in()));
    }

    /** "of 1991 prisoners" counts, and dates nothing. */
    private static boolean counts(Tree tree, int first, int last, int head) {
        Token token = tree.token(head);
        return first == last
                && token.upos().equals("NUM")
                && token.baseRelation().equals("nummod")
                && token.head() > head
                && tree.token(token.head()).xpos().endsWith("S");
    }

    /** Whether the clause around a date tells of what is to come. */
    private static boolean ahead(Tree tree, int head, int first) {
        String preposition = tree.preposition(head);
        if (Set.of("by", "until", "till").contains(preposition)
                || first > 1 && Set.of("until", "till", "by").contains(tree.lemma(first - 1))) {
            return true;
        }
        int at = tree.token(head).head();
        for (int step = 0; at != 0 && step < 12; step++) {
            Token token = tree.token(at);
            if (tree.children(at, "aux").stream()
                            .anyMatch(a -> WILL.contains(a.lemma().toLowerCase(java.util.Locale.ROOT)))
                    || foreseen(tree, at)
                    || AHEAD.contains(tree.lemma(at))
                            && !tree.token(head).relation().isEmpty()
                            && scheduling(tree, at, head)) {
                return true;
            }
            boolean finite = Set.of("VBD", "VBZ", "VBP").contains(token.xpos())
                    || tree.has(at, "aux", "cop") && token.upos().equals("VERB");
            if (finite) {
                return false;
            }
            at = token.head();
        }
        return false;
    }

    /** "Said he would go on May 3", "is to go", "goes": but not "would have gone" or "would later go". */
    private static boolean foreseen(Tree tree, int at) {
        Token token = tree.token(at);
        boolean would =
                tree.children(at, "aux").stream().anyMatch(a -> a.lemma().equalsIgnoreCase("would"));
        if (would) {
            return tree.children(at, "aux").stream().noneMatch(a -> a.lemma().equals("have"))
                    && tree.children(at, "advmod").stream()
                            .noneMatch(a ->
                                    Set.of("later", "then").contains(a.form().toLowerCase(java.util.Locale.ROOT)));
        }
        boolean isTo = token.xpos().equals("VB")
                && (tree.has(at, "aux", "cop")
                        || token.head() != 0 && tree.lemma(token.head()).equals("be"))
                && tree.children(at, "mark").stream().anyMatch(m -> m.lemma().equals("to"))
                && tree.children(at, "aux").stream().noneMatch(a -> a.lemma().equals("have"));
        return isTo || Set.of("VBZ", "VBP").contains(token.xpos()) && PROGRAMME.contains(tree.lemma(at));
    }

    /** "Agreed to meet on Monday" lies ahead; "agreed on Monday to meet" does not. */
    private static boolean scheduling(Tree tree, int at, int head) {
        String lemma = tree.lemma(at);
        boolean direct = tree.token(head).head() == at;
        return Set.of("schedule", "slate", "due", "deadline", "set").contains(lemma)
                ? !direct || Set.of("for", "on").contains(tree.preposition(head))
                : !direct;
    }
}
