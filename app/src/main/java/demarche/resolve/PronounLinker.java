package demarche.resolve;

import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.story.Party;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pronouns: the nearest party that fits in number and kind, subjects first; "we" is who speaks. */
final class PronounLinker {
    private static final Set<String> HE = Set.of("he", "him", "his", "she", "her", "himself", "herself");
    private static final Set<String> THEY = Set.of("they", "them", "their", "themselves", "theirs");
    private static final Set<String> IT = Set.of("it", "its", "itself");
    private static final Set<String> WE =
            Set.of("we", "us", "our", "i", "me", "my", "ours", "ourselves", "myself", "mine");

    private PronounLinker() {}

    static void link(PartyStory story) {
        List<PartyDraft> recent = new ArrayList<>();
        for (int s = 0; s < story.trees.size(); s++) {
            Tree tree = story.trees.get(s);
            List<PartyDraft> subjects = new ArrayList<>();
            for (int i = 1; i <= tree.size(); i++) {
                Ref ref = new Ref(s, i);
                String form = tree.token(i).form().toLowerCase(Locale.ROOT);
                if (tree.token(i).upos().equals("PRON")
                        || tree.token(i).upos().equals("DET")
                                && tree.token(i).relation().equals("nmod:poss")) {
                    PartyDraft antecedent = WE.contains(form) ? speaker(story, s, i) : choose(form, recent, subjects);
                    if (antecedent != null) {
                        story.byWord.put(ref, List.of(antecedent));
                        story.mention(antecedent, s, i, i, Party.MentionKind.PRONOUN);
                    }
                }
                for (PartyDraft d : story.byWord.getOrDefault(ref, List.of())) {
                    recent.remove(d);
                    recent.add(d);
                    if (Set.of("nsubj", "nsubj:pass").contains(tree.token(i).relation())) {
                        subjects.remove(d);
                        subjects.add(0, d);
                    }
                }
            }
            // Subjects of a sentence stay nearest for the next one.
            for (int k = subjects.size() - 1; k >= 0; k--) {
                recent.remove(subjects.get(k));
                recent.add(subjects.get(k));
            }
        }
    }

    private static @Nullable PartyDraft choose(String form, List<PartyDraft> recent, List<PartyDraft> subjects) {
        Predicate<PartyDraft> fits = HE.contains(form)
                ? d -> d.kind == Party.Kind.PERSON && !d.plural
                : THEY.contains(form)
                        ? d -> d.plural
                                || d.kind == Party.Kind.GROUP
                                || d.kind == Party.Kind.ORGANIZATION
                                || d.kind == Party.Kind.STATE
                        : IT.contains(form)
                                ? d -> d.kind == Party.Kind.STATE
                                        || d.kind == Party.Kind.ORGANIZATION
                                        || d.kind == Party.Kind.GROUP && (!d.plural || d.named)
                                : d -> false;
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

    private static @Nullable PartyDraft speaker(PartyStory story, int s, int word) {
        Span span = story.trees.get(s).token(word).span();
        for (CodedStatement statement : story.coded.statements()) {
            Ref head = statement.speakerHead();
            if (head != null && statement.content().stream().anyMatch(c -> c.covers(span))) {
                List<PartyDraft> who = story.byWord.get(head);
                return who == null ? null : who.get(0);
            }
        }
        return null;
    }
}
