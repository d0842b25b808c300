package demarche.code;

import demarche.story.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules in force. Immutable; made by {@link CodebookLoader}.
 *
 * <p>Rules are indexed by the lemma of their predicates, so the cost of a word does not grow with the codebook.
 */
public final class Codebook {
    private final List<Rule> rules;
    private final Map<String, List<Entry>> byLemma = new HashMap<>();
    private final Map<String, Effect> embedding;
    private final Map<EventType, EventType> future;
    private final Map<String, Refinement> embedded;
    private final Set<String> lightVerbs;
    private final Contexts contexts;
    private final Map<String, Set<String>> classes;
    private final Set<String> unusedClasses;
    private final String hash;

    /** What an act makes of the verbal act that is about it: PLOVER mode and finest CAMEO code, null where none. */
    public record Refinement(
            @org.jspecify.annotations.Nullable String mode,
            @org.jspecify.annotations.Nullable String cameo) {
        static final Refinement NONE = new Refinement(null, null);
    }

    /** Ends of irregular pasts, for verbs with a prefix that the encoder has not seen ("retook", "overran"). */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("took", "take"),
            Map.entry("taken", "take"),
            Map.entry("ran", "run"),
            Map.entry("threw", "throw"),
            Map.entry("thrown", "throw"),
            Map.entry("drew", "draw"),
            Map.entry("drawn", "draw"),
            Map.entry("held", "hold"),
            Map.entry("stood", "stand"),
            Map.entry("slew", "slay"),
            Map.entry("slain", "slay"),
            Map.entry("rode", "ride"),
            Map.entry("struck", "strike"),
            Map.entry("sold", "sell"),
            Map.entry("sought", "seek"),
            Map.entry("built", "build"));

    /** Classes of words that the engine itself asks for. */
    static final Set<String> OWN_CLASSES = Set.of(
            "voiced",
            "talk",
            "occasion",
            "utterance",
            "nobody",
            "bystanders",
            "means",
            "saying",
            "voice",
            "lifeless",
            "telling",
            "dealings",
            "asking",
            "enabling",
            "lacking",
            "scheduled",
            "thought-of",
            "undergoing",
            "wishing",
            "cancelling",
            "planning",
            "averting",
            "occurring",
            "perhaps",
            "platform",
            "unasked",
            "courts");

    /** A rule under one of its predicates. */
    public record Entry(Rule rule, Predicate predicate) {}

    /** What a word that embeds an act makes of it. */
    public enum Effect {
        ACTUAL,
        NEGATED,
        FUTURE,
        HYPOTHETICAL,
        ATTEMPTED,
        PREPARED
    }

    Codebook(
            List<Rule> rules,
            Map<String, Effect> embedding,
            Map<EventType, EventType> future,
            Map<String, Refinement> embedded,
            Set<String> lightVerbs,
            Contexts contexts,
            Map<String, Set<String>> classes,
            Set<String> unusedClasses,
            String hash) {
        this.rules = List.copyOf(rules);
        this.embedding = Map.copyOf(embedding);
        this.future = Map.copyOf(future);
        this.embedded = Map.copyOf(embedded);
        this.lightVerbs = Set.copyOf(lightVerbs);
        this.contexts = contexts;
        this.classes = Map.copyOf(classes);
        this.unusedClasses = Set.copyOf(unusedClasses);
        this.hash = hash;
        for (Rule rule : rules) {
            for (Predicate predicate : rule.predicates()) {
                byLemma.computeIfAbsent(spelt(predicate.lemma()), k -> new ArrayList<>())
                        .add(new Entry(rule, predicate));
            }
        }
    }

    /** The same without a rule. */
    public Codebook without(Rule rule) {
        return with(rules.stream().filter(r -> r != rule).toList());
    }

    /** The same without one predicate of a rule. */
    public Codebook without(Rule rule, Predicate predicate) {
        return with(
                rules.stream().map(r -> r == rule ? r.without(predicate) : r).toList());
    }

    /** Word classes that neither a rule nor the engine uses. */
    public Set<String> unusedClasses() {
        return unusedClasses;
    }

    private Codebook with(List<Rule> others) {
        return new Codebook(others, embedding, future, embedded, lightVerbs, contexts, classes, unusedClasses, hash);
    }

    /** All rules, in the order of their files. */
    public List<Rule> rules() {
        return rules;
    }

    /** Rules with a predicate that begins with this lemma. */
    List<Entry> entries(String lemma) {
        return byLemma.getOrDefault(spelt(lemma), List.of());
    }

    /** One spelling for both sides of the ocean: "mobilise" and "mobilize", "honour" and "honor". */
    private static String spelt(String lemma) {
        return lemma.endsWith("ise")
                ? lemma.substring(0, lemma.length() - 2) + "ze"
                : lemma.endsWith("our")
                        ? lemma.substring(0, lemma.length() - 2) + "r"
                        : lemma.replace("isation", "ization");
    }

    /** The same for a word whose lemma may be misguessed, as of rare verbs ("boycotted"): tries what its form allows. */
    List<Entry> entries(String lemma, String form) {
        List<Entry> known = entries(lemma);
        if (!known.isEmpty()) {
            return known;
        }
        String word = form.toLowerCase(java.util.Locale.ROOT);
        if (!entries(word).isEmpty()) {
            return entries(word);
        }
        for (Map.Entry<String, String> past : IRREGULAR.entrySet()) {
            if (word.endsWith(past.getKey())) {
                String guess = word.substring(0, word.length() - past.getKey().length()) + past.getValue();
                if (!entries(guess).isEmpty()) {
                    return entries(guess);
                }
            }
        }
        for (String ending : List.of("ed", "d", "ing", "es", "s")) {
            if (word.endsWith(ending) && word.length() > ending.length() + 2) {
                String stem = word.substring(0, word.length() - ending.length());
                int last = stem.length() - 1;
                boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
                for (String guess : List.of(stem, stem + "e", doubled ? stem.substring(0, last) : stem)) {
                    if (!entries(guess).isEmpty()) {
                        return entries(guess);
                    }
                }
            }
        }
        return List.of();
    }

    /** What an embedding word makes of the act in its complement; null when it is not known as one. */
    @org.jspecify.annotations.Nullable
    Effect embedding(String lemma, Predicate.Kind kind) {
        Effect noun = kind == Predicate.Kind.NOUN ? embedding.get(lemma + "/N") : null;
        return noun != null ? noun : kind == Predicate.Kind.NOUN ? null : embedding.get(lemma);
    }

    /** The type an act of this type has when it is announced (PLOVER: a future CONSULT is AGREE); itself if no other. */
    EventType announced(EventType type) {
        return future.getOrDefault(type, type);
    }

    /**
     * Mode and CAMEO code of an act of type {@code outer} that is about an act of a type and mode, both null where the words
     * do not say: the nearest entry of {@code embedded.yml}.
     */
    Refinement refined(
            EventType outer,
            @org.jspecify.annotations.Nullable EventType inner,
            @org.jspecify.annotations.Nullable String mode) {
        Refinement whole = embedded.getOrDefault(outer.name(), Refinement.NONE);
        if (inner == null) {
            return whole;
        }
        String key = outer + " " + inner;
        return embedded.getOrDefault(key + "/" + mode, embedded.getOrDefault(key, whole));
    }

    /** Whether a verb only lends its subject to the noun it governs ("make an offer"). */
    boolean isLight(String lemma) {
        return lightVerbs.contains(lemma);
    }

    /** Whether a word is of a class of {@code classes.yml} that the engine asks for by name. */
    boolean is(String group, String lemma) {
        return classes.getOrDefault(group, Set.of()).contains(lemma);
    }

    /** Whether a noun names an occasion on which people talk ("call", "summit"). */
    boolean isOccasion(String lemma) {
        return is("occasion", lemma);
    }

    /** Whether a noun names people who only watch, comment or report ("analyst", "newspaper"). */
    boolean isBystander(String lemma) {
        return is("bystanders", lemma);
    }

    /** Whether a noun names what does not act ("growth", "resistance"): an act with such a subject is a manner of speaking. */
    boolean isLifeless(String lemma) {
        return is("lifeless", lemma);
    }

    /** Whether a noun names a means of attack ("bomb"), so that whoever used it is left out. */
    boolean isArms(String lemma) {
        return is("means", lemma);
    }

    /** Whether a noun names who bears arms ("rebel", "army"). */
    boolean isArmed(String lemma) {
        return is("armed", lemma);
    }

    /** Whether a verb means to talk with somebody. */
    boolean isTalk(String lemma) {
        return is("talk", lemma);
    }

    /** Whether a verb's finite clause is what its subject says, believes or feels. */
    boolean isSaying(String lemma) {
        return is("saying", lemma);
    }

    /** Whether a noun in a headline names who speaks ("Ostland will not sign: minister"). */
    boolean isVoice(String lemma) {
        return is("voice", lemma);
    }

    /** Whether a noun names words that somebody puts out, so that its holder acts in them ("resolution", "statement"). */
    boolean isUtterance(String lemma) {
        return is("utterance", lemma);
    }

    /** Whether a noun is what somebody puts to others, so that "from" tells whose it is ("calls from Ostland"). */
    boolean isVoiced(String lemma) {
        return is("voiced", lemma);
    }

    /** Whether a noun stands for nobody in particular ("people", "anyone"), who holds no position. */
    boolean isNobody(String lemma) {
        return is("nobody", lemma);
    }

    /** PLOVER contexts that a sentence names. */
    List<String> contexts(Tree tree) {
        return contexts.in(tree);
    }

    /** A short hash of all files: which codebook made a reading. */
    public String hash() {
        return hash;
    }
}
