package demarche.resolve;

import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, where neither names nor role nouns have told: the noun that a number counts ("eight of ten voters"), a
 * capitalised word that the encoder has not taken for a name ("BERG: The strait is open").
 */
final class Voices {
    private static final Set<String> COUNTS = Set.of(
            "one",
            "some",
            "many",
            "most",
            "several",
            "few",
            "none",
            "all",
            "half",
            "percent",
            "dozens",
            "both",
            "each",
            "plenty",
            "quarter",
            "third",
            "more",
            "number",
            "hundred",
            "thousand",
            "dozen",
            "any",
            "group",
            "pair",
            "trio",
            "handful",
            "majority");

    private static final Set<String> RELATIVE = Set.of("who", "which", "that");

    /** Words of documents, which say things but are nobody. */
    private static final Set<String> PAPERS = Set.of(
            "act",
            "bill",
            "article",
            "amendment",
            "report",
            "survey",
            "poll",
            "study",
            "letter",
            "book",
            "constitution",
            "plan",
            "resolution",
            "treaty",
            "agreement",
            "accord",
            "law",
            "code",
            "index",
            "review",
            "times");

    private final PartyStory story;
    private final CountryFinder where;

    Voices(PartyStory story, CountryFinder where) {
        this.story = story;
        this.where = where;
    }

    void link() {
        oneName();
        for (CodedStatement statement : story.coded.statements()) {
            Ref head = statement.speakerHead();
            if (head != null && !story.byWord.containsKey(head)) {
                speak(head);
            }
        }
    }

    /** What the encoder takes for a person here and for an organization there ("DORN") is one party. */
    private void oneName() {
        for (Map.Entry<String, PartyDraft> e : List.copyOf(story.drafts.entrySet())) {
            String name = e.getKey().startsWith("name:") ? e.getKey().substring("name:".length()) : null;
            PartyDraft person = name == null ? null : story.drafts.get("person:" + name);
            if (person != null && e.getValue().sector == null) {
                PartyDraft body = e.getValue();
                body.mentions.stream().filter(m -> !person.mentions.contains(m)).forEach(person.mentions::add);
                body.mentions.clear();
                story.byWord.replaceAll((ref, who) -> who.contains(body)
                        ? who.stream()
                                .map(d -> d == body ? person : d)
                                .distinct()
                                .toList()
                        : who);
            }
        }
    }

    private void speak(Ref head) {
        Tree tree = story.trees.get(head.sentence());
        int meant = speaker(tree, head.token());
        List<PartyDraft> known = story.byWord.get(new Ref(head.sentence(), meant));
        known = known == null && tree.lemma(head.token()).equals("who") ? before(tree, head) : known;
        if (known != null) {
            story.byWord.put(head, known);
        } else if (meant == head.token() && tree.token(meant).upos().equals("PROPN") && name(tree.token(meant))) {
            named(tree, head);
        }
    }

    /** "Berg, who said": whom the word before "who" names, null when it names nobody. */
    private @Nullable List<PartyDraft> before(Tree tree, Ref head) {
        int at = head.token() - 1;
        while (at > 0 && tree.token(at).upos().equals("PUNCT")) {
            at--;
        }
        return story.byWord.get(new Ref(head.sentence(), at));
    }

    /** A capital within a sentence, or capitals throughout: the first word of a sentence has a capital anyway. */
    private static boolean name(Token token) {
        return token.index() > 1 || token.form().equals(token.form().toUpperCase(Locale.ROOT));
    }

    /** The word that tells who is meant: the noun that a quantity counts or that a relative clause is about, else the head. */
    static int speaker(Tree tree, int head) {
        Token token = tree.token(head);
        String form = token.form().toLowerCase(Locale.ROOT);
        int verb = token.head();
        if (RELATIVE.contains(form) && verb != 0 && tree.token(verb).relation().equals("acl:relcl")) {
            return tree.token(verb).head();
        }
        if (token.upos().equals("NUM") || COUNTS.contains(form)) {
            for (Token child : tree.children(head, "nmod")) {
                if (tree.preposition(child.index()).equals("of")) {
                    return child.index();
                }
            }
        }
        return head;
    }

    private void named(Tree tree, Ref head) {
        int first = head.token();
        while (first > 1 && part(tree, first - 1, head.token())) {
            first--;
        }
        int last = head.token();
        while (last < tree.size()
                && tree.token(last + 1).upos().equals("PROPN")
                && tree.token(last + 1).relation().equals("flat")) {
            last++;
        }
        Sentence sentence = tree.sentence();
        String name = NameFinder.text(sentence, first, last);
        if (PAPERS.contains(tree.lemma(head.token()).toLowerCase(Locale.ROOT))) {
            return;
        }
        PartyDraft draft = same(name);
        if (draft == null) {
            draft = new PartyDraft("", name, Party.Kind.ORGANIZATION);
            draft.country = where.countryAround(head.sentence(), head.token());
            story.drafts.put("name:" + name, draft);
        }
        for (int i = first; i <= last; i++) {
            story.byWord.put(new Ref(head.sentence(), i), List.of(draft));
        }
        mention(draft, head, first, last);
    }

    private static boolean part(Tree tree, int word, int head) {
        Token token = tree.token(word);
        return token.head() == head
                && token.upos().equals("PROPN")
                && Set.of("compound", "flat").contains(token.baseRelation());
    }

    /** A party of this name, or a person of this surname, however the letters are written; null for none or several. */
    private @Nullable PartyDraft same(String name) {
        List<PartyDraft> found = story.drafts.entrySet().stream()
                .filter(e -> e.getKey().startsWith("name:") || e.getKey().startsWith("person:"))
                .map(Map.Entry::getValue)
                .filter(d -> d.name.equalsIgnoreCase(name)
                        || d.kind == Party.Kind.PERSON
                                && d.name.toLowerCase(Locale.ROOT).endsWith(" " + name.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private void mention(PartyDraft draft, Ref head, int first, int last) {
        story.mention(draft, head.sentence(), first, last, Party.MentionKind.NAME);
    }
}
