package demarche.resolve;

import demarche.code.CodedPosition;
import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import demarche.story.Span;
import demarche.story.Stance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who denies what was just said of a state, and whose country nobody told, is of that state. */
final class Denials {
    private Denials() {}

    /** Gives such parties their country. */
    static void settle(PartyStory story) {
        for (CodedPosition p : story.coded.positions()) {
            if (p.stance() == Stance.DENIES) {
                for (List<Ref> choice : p.parties()) {
                    choice.forEach(ref -> story.byWord.getOrDefault(ref, List.of()).stream()
                            .filter(d -> d.country == null && "GOV".equals(d.sector) && !d.abroad)
                            .forEach(d -> d.country = accused(story, p.trigger().sentence() - 1, d)));
                }
            }
        }
    }

    /** The one state that acts in what somebody else is reported to say in a sentence; null when there is none. */
    private static @Nullable String accused(PartyStory story, int s, PartyDraft self) {
        if (s < 0) {
            return null;
        }
        Tree tree = story.trees.get(s);
        for (CodedStatement said : story.coded.statements()) {
            Ref speaker = said.speakerHead();
            if (speaker == null || speaker.sentence() != s) {
                continue;
            }
            for (Token token : tree.sentence().tokens()) {
                Span span = token.span();
                boolean acts = token.baseRelation().equals("nsubj")
                        && said.content().stream().anyMatch(c -> c.covers(span));
                for (PartyDraft d : acts
                        ? story.byWord.getOrDefault(new Ref(s, token.index()), List.of())
                        : List.<PartyDraft>of()) {
                    if (d != self && d.kind == Party.Kind.STATE && d.country != null) {
                        return d.country;
                    }
                }
            }
        }
        return null;
    }
}
