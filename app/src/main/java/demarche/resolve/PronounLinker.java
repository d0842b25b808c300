package demarche.resolve;

import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pronouns: the nearest party that fits in number and kind, subjects first; "we" is who speaks. */
final class PronounLinker {
    private static final Set<String> HE = Set.of("he", "him", "his", "she", "her", "himself", "herself");
    private static final Set<String> THEY = Set.of("they", "them", "their", "themselves", "theirs");
    private static final Set<String> IT = Set.of("it", "its", "itself");
    private static final Set<String> WE =
            Set.of("we", "us", "our", "i", "me", "my", "ours", "ourselves", "myself", "mine");

    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom");

    private PronounLinker() {}

    /** Whether somebody speaks of "we" or "I" in the sentence. */
    static boolean firstPerson(Tree tree) {
        return tree.sentence().tokens().stream()
                .anyMatch(t -> WE.contains(t.form().toLowerCase(Locale.ROOT)) && pronoun(t));
    }

    /** First "he", "they" and "it", then "we" and "I", whose speakers may be such pronouns themselves. */
    static void link(PartyStory story) {
        others(story);
        relatives(story);
        for (int s = 0; s < story.trees.size(); s++) {
            Tree tree = story.trees.get(s);
            for (int i = 1; i <= tree.size(); i++) {
                boolean first = WE.contains(tree.token(i).form().toLowerCase(Locale.ROOT));
                PartyDraft speaker = first && pronoun(tree.token(i)) ? speaker(story, s, i) : null;
                if (speaker != null) {
                    put(story, s, i, speaker);
                }
            }
        }
    }

    /** "who", "which" and "that" in a relative clause: the noun that the clause is about. */
    private static void relatives(PartyStory story) {
        for (int s = 0; s < story.trees.size(); s++) {
            Tree tree = story.trees.get(s);
            for (Token token : tree.sentence().tokens()) {
                int verb = token.head();
                boolean relative = RELATIVE.contains(token.form().toLowerCase(Locale.ROOT))
                        && verb != 0
                        && tree.token(verb).relation().equals("acl:relcl");
                List<PartyDraft> noun =
                        relative ? story.byWord.get(new Ref(s, tree.token(verb).head())) : null;
                if (noun != null) {
                    story.byWord.putIfAbsent(new Ref(s, token.index()), noun);
                }
            }
        }
    }

    static boolean pronoun(Token token) {
        return token.upos().equals("PRON")
                || token.upos().equals("DET") && token.relation().equals("nmod:poss");
    }

    private static void put(PartyStory story, int s, int word, PartyDraft party) {
        story.byWord.put(new Ref(s, word), List.of(party));
        story.mention(party, s, word, word, Party.MentionKind.PRONOUN);
    }

    private static void others(PartyStory story) {
        List<PartyDraft> recent = new ArrayList<>();
        Set<Ref> speakers = story.coded.statements().stream()
                .map(CodedStatement::speakerHead)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        PartyDraft spoke = null;
        for (int s = 0; s < story.trees.size(); s++) {
            Tree tree = story.trees.get(s);
            List<PartyDraft> subjects = new ArrayList<>();
            Map<String, PartyDraft> same = new HashMap<>();
            for (int i = 1; i <= tree.size(); i++) {
                Ref ref = new Ref(s, i);
                String form = tree.token(i).form().toLowerCase(Locale.ROOT);
                if (pronoun(tree.token(i)) && !WE.contains(form)) {
                    List<PartyDraft> barred = new ArrayList<>(ownSubject(story, s, i));
                    barred.addAll(spokenTo(story, s, i));
                    Predicate<PartyDraft> fits = fits(story, form).and(d -> !barred.contains(d));
                    PartyDraft saying = speakers.contains(ref) && spoke != null && fits.test(spoke)
                            ? spoke
                            : sayer(story, s, i, fits);
                    PartyDraft antecedent =
                            saying != null ? saying : same.getOrDefault(form, choose(form, fits, recent, subjects));
                    if (antecedent != null) {
                        if (THEY.contains(form)) {
                            THEY.forEach(f -> same.put(f, antecedent));
                        }
                        put(story, s, i, antecedent);
                        if (subjects.contains(antecedent)) {
                            story.register.genders().learn(form, antecedent);
                        }
                    }
                }
                for (PartyDraft d : story.byWord.getOrDefault(ref, List.of())) {
                    recent.remove(d);
                    recent.add(d);
                    if (Set.of("nsubj", "nsubj:pass").contains(tree.token(i).relation())) {
                        subjects.remove(d);
                        subjects.add(0, d);
                    }
                    spoke = speaks(story, ref, d, speakers) ? d : spoke != d && leads(tree, i) ? null : spoke;
                }
            }
            // Subjects of a sentence stay nearest for the next one.
            for (int k = 0; k < subjects.size(); k++) {
                recent.remove(subjects.get(k));
                recent.add(subjects.get(k));
            }
        }
    }

    private static boolean speaks(PartyStory story, Ref word, PartyDraft party, Set<Ref> speakers) {
        return speakers.contains(word) && List.of(party).equals(story.byWord.get(word));
    }

    /** Whether a word is the subject of a sentence: the story turns to another. */
    private static boolean leads(Tree tree, int word) {
        Token token = tree.token(word);
        return token.baseRelation().equals("nsubj")
                && token.head() != 0
                && tree.token(token.head()).head() == 0;
    }

    /** "We will keep them, he told reporters": whom somebody speaks to, here or just before, is "you" in quoted words. */
    private static List<PartyDraft> spokenTo(PartyStory story, int s, int word) {
        List<PartyDraft> out = new ArrayList<>();
        if (quoted(story.trees.get(s), word)) {
            for (CodedStatement statement : story.coded.statements()) {
                Ref addressee = statement.addressee();
                if (addressee != null && addressee.sentence() <= s && addressee.sentence() >= s - 2) {
                    out.addAll(story.byWord.getOrDefault(addressee, List.of()));
                }
            }
        }
        return out;
    }

    /** "Officials said they had": the subject of what is said is who says it, when he fits; null elsewhere. */
    private static @Nullable PartyDraft sayer(PartyStory story, int s, int word, Predicate<PartyDraft> fits) {
        Tree tree = story.trees.get(s);
        Token token = tree.token(word);
        Token verb = token.head() == 0 ? token : tree.token(token.head());
        if (!token.baseRelation().equals("nsubj") || !verb.baseRelation().equals("ccomp") || quoted(tree, word)) {
            return null;
        }
        List<Integer> saying = new ArrayList<>();
        tree.children(verb.head(), "nsubj").forEach(t -> saying.add(t.index()));
        if (saying.isEmpty()) {
            quotedSpeaker(story, new Ref(s, verb.head())).ifPresent(saying::add);
        }
        for (int subject : saying) {
            List<PartyDraft> who = story.byWord.getOrDefault(new Ref(s, subject), List.of());
            if (subject < word && who.size() == 1 && fits.test(who.get(0))) {
                return who.get(0);
            }
        }
        return null;
    }

    /** "Quoted officials as saying": who says it stands with another verb. */
    private static Optional<Integer> quotedSpeaker(PartyStory story, Ref cue) {
        return story.coded.statements().stream()
                .filter(c -> cue.equals(c.cueHead()) && c.speakerHead() != null)
                .map(CodedStatement::speakerHead)
                .filter(h -> h.sentence() == cue.sentence())
                .map(Ref::token)
                .findFirst();
    }

    /** Whether an opened quotation mark stands before a word: who speaks in quotes calls himself "I". */
    private static boolean quoted(Tree tree, int word) {
        boolean open = false;
        for (int i = 1; i < word; i++) {
            open ^= tree.token(i).form().matches("[\"“”]|``|''");
        }
        return open;
    }

    private static Predicate<PartyDraft> fits(PartyStory story, String form) {
        return HE.contains(form)
                ? d -> d.kind == Party.Kind.PERSON
                        && !d.plural
                        && story.register.genders().fits(form, d)
                : THEY.contains(form)
                        ? d -> d.plural
                                || d.kind == Party.Kind.GROUP
                                || d.kind == Party.Kind.ORGANIZATION
                                || d.kind == Party.Kind.STATE
                        : IT.contains(form)
                                ? d -> d.kind == Party.Kind.STATE
                                        || d.kind == Party.Kind.ORGANIZATION
                                        || d.kind == Party.Kind.GROUP && (!d.plural || d.named || d.collective)
                                : d -> false;
    }

    /** "Ostland's king tried to force him": the subject of its own clause, which an object pronoun does not mean. */
    private static List<PartyDraft> ownSubject(PartyStory story, int s, int word) {
        Tree tree = story.trees.get(s);
        Token token = tree.token(word);
        if (!Set.of("obj", "iobj").contains(token.baseRelation())
                || token.form().matches("(?i).*(self|selves)")) {
            return List.of();
        }
        int verb = token.head();
        for (int step = 0; verb != 0 && step < 4; step++) {
            List<Token> subjects = tree.children(verb, "nsubj");
            if (!subjects.isEmpty()) {
                return story.byWord.getOrDefault(new Ref(s, subjects.get(0).index()), List.of());
            }
            if (!Set.of("xcomp", "conj", "advcl").contains(tree.token(verb).baseRelation())) {
                return List.of();
            }
            verb = tree.token(verb).head();
        }
        return List.of();
    }

    private static @Nullable PartyDraft choose(
            String form, Predicate<PartyDraft> fits, List<PartyDraft> recent, List<PartyDraft> subjects) {
        for (int i = subjects.size() - 1; i >= 0; i--) {
            if (fits.test(subjects.get(i))) {
                return subjects.get(i);
            }
        }
        for (int i = recent.size() - 1; i >= Math.max(0, recent.size() - 12); i--) {
            if (fits.test(recent.get(i))
                    && (!THEY.contains(form) || recent.get(i).plural || recent.get(i).kind == Party.Kind.GROUP)) {
                return recent.get(i);
            }
        }
        for (int i = recent.size() - 1; i >= Math.max(0, recent.size() - 6); i--) {
            if (fits.test(recent.get(i))) {
                return recent.get(i);
            }
        }
        return null;
    }

    /** The speaker of the innermost statement around a word. */
    private static @Nullable PartyDraft speaker(PartyStory story, int s, int word) {
        Span span = story.trees.get(s).token(word).span();
        PartyDraft best = null;
        int least = Integer.MAX_VALUE;
        for (CodedStatement statement : story.coded.statements()) {
            Ref head = statement.speakerHead();
            List<PartyDraft> who = head == null ? null : story.byWord.get(head);
            int length = statement.content().stream().mapToInt(Span::length).sum();
            boolean around = statement.content().stream().anyMatch(c -> c.covers(span));
            if (around && who != null && !new Ref(s, word).equals(head) && length < least) {
                best = who.get(0);
                least = length;
            }
        }
        return best;
    }
}
