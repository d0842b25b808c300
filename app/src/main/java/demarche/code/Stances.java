package demarche.code;

import demarche.story.Stance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a stance becomes when it is negated, announced or only possible. */
final class Stances {
    /** Verbs of state: "will not be", "will not need" refuse nothing. */
    static final Set<String> STATIVE = Set.of(
            "be",
            "have",
            "know",
            "need",
            "seem",
            "appear",
            "happen",
            "matter",
            "last",
            "become",
            "mean",
            "want",
            "think",
            "believe",
            "see",
            "feel",
            "exist",
            "like",
            "understand",
            "remain",
            "work",
            "rain",
            "suffer",
            "lose",
            "win",
            "affect",
            "hurt",
            "survive",
            "succeed",
            "include",
            "cost",
            "say",
            "comment",
            "remember",
            "recall",
            "forget",
            "notice",
            "hear",
            "care",
            "get",
            "receive",
            "fall",
            "rise",
            "bounce",
            "reach",
            "result",
            "occur",
            "arrive",
            "expire",
            "prevent",
            "cause",
            "solve",
            "improve",
            "expect",
            "hope",
            "bring",
            "lead",
            "elaborate",
            "disclose",
            "identify",
            "speculate",
            "specify",
            "hesitate",
            "benefit",
            "exceed",
            "contain",
            "change",
            "stop",
            "end",
            "fail",
            "force",
            "increase",
            "decline",
            "find",
            "fit",
            "stand",
            "help",
            "make",
            "realize",
            "realise",
            "learn",
            "decide",
            "consider",
            "bear");

    private Stances() {}

    /** The stance as put; null when the words take no position. */
    static @Nullable Stance put(Rule rule, Clause.Force force) {
        Stance stance = java.util.Objects.requireNonNull(rule.stance());
        if (!force.negated()) {
            // "should accept", "has to undertake": that somebody does is only asked of him.
            return force.obliged() ? null : stance;
        }
        return switch (stance) {
            case SUPPORTS, ACCEPTS, OFFERS -> Stance.REFUSES;
            case CLAIMS -> Stance.DENIES;
            case DEMANDS, REFUSES, DENIES, ACCUSES, THREATENS, FEARS -> null;
        };
    }
}
