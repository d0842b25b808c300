package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a statement, letter or petition says is said by who wrote it: "Ostland's letter", "in a statement, Ostland said … the statement". */
final class DocumentAuthors {
    /** How many sentences back the document may have been brought up. */
    private static final int REACH = 8;

    private static final Set<String> DOCUMENTS = Set.of(
            "statement",
            "communique",
            "letter",
            "petition",
            "suit",
            "lawsuit",
            "complaint",
            "application",
            "declaration",
            "message",
            "memorandum",
            "plea",
            "appeal",
            "motion",
            "resolution",
            "manifesto",
            "memo",
            "filing");

    private final PartyStory story;

    private DocumentAuthors(PartyStory story) {
        this.story = story;
    }

    /** Lets each document that is the subject of a clause denote its author, where one is known. */
    static void link(PartyStory story) {
        DocumentAuthors linker = new DocumentAuthors(story);
        for (int s = 0; s < story.trees.size(); s++) {
            Tree tree = story.trees.get(s);
            for (Token token : tree.sentence().tokens()) {
                boolean subject = token.relation().equals("nsubj")
                        && token.upos().equals("NOUN")
                        && DOCUMENTS.contains(tree.lemma(token.index()))
                        && !story.byWord.containsKey(new Ref(s, token.index()));
                List<PartyDraft> author = subject ? linker.author(s, token.index()) : null;
                if (author != null) {
                    story.byWord.put(new Ref(s, token.index()), author);
                }
            }
        }
    }

    private @Nullable List<PartyDraft> author(int s, int word) {
        List<PartyDraft> own = owner(s, word);
        String lemma = story.trees.get(s).lemma(word);
        boolean definite = story.trees.get(s).children(word, "det").stream()
                .anyMatch(t -> t.form().equalsIgnoreCase("the"));
        for (int at = s; own == null && definite && at >= Math.max(0, s - REACH); at--) {
            Tree tree = story.trees.get(at);
            for (int i = at == s ? word - 1 : tree.size(); own == null && i >= 1; i--) {
                own = tree.lemma(i).equals(lemma) && tree.token(i).upos().equals("NOUN") ? broughtUp(at, i) : null;
            }
        }
        return own;
    }

    /** Whose a document is where it was spoken of before: its possessor, or who issued it or spoke in it. */
    private @Nullable List<PartyDraft> broughtUp(int s, int word) {
        List<PartyDraft> own = owner(s, word);
        if (own != null) {
            return own;
        }
        Tree tree = story.trees.get(s);
        Token token = tree.token(word);
        boolean written = token.baseRelation().equals("obj")
                || token.baseRelation().equals("obl") && tree.preposition(word).equals("in");
        for (Token subject : written ? tree.children(token.head(), "nsubj") : List.<Token>of()) {
            return story.byWord.get(new Ref(s, subject.index()));
        }
        return null;
    }

    private @Nullable List<PartyDraft> owner(int s, int word) {
        Tree tree = story.trees.get(s);
        for (Token child : tree.children(word, "nmod:poss", "nmod", "amod", "compound")) {
            boolean own = !child.relation().equals("nmod")
                    || tree.preposition(child.index()).matches("of|by|from");
            List<PartyDraft> found = own ? story.byWord.get(new Ref(s, child.index())) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
