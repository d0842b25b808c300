package demarche.resolve;

import demarche.code.Coded;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.story.Party;
import demarche.story.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the steps of resolving a story's parties share: its trees and names, the parties so far and the words that denote them. */
final class PartyStory {
    private static final String FORMER = "former|ex|late|then|ousted|deposed|exiled|toppled|ex-.+";
    final Parse parse;
    final Coded coded;
    final @Nullable LocalDate published;
    final Register register;
    final Map<String, PartyDraft> drafts = new LinkedHashMap<>();
    final Map<Ref, List<PartyDraft>> byWord = new HashMap<>();
    final List<Tree> trees = new ArrayList<>();
    final List<List<NamedPhrase>> names = new ArrayList<>();

    PartyStory(Parse parse, Coded coded, @Nullable LocalDate published, Register register) {
        this.parse = parse;
        this.coded = coded;
        this.published = published;
        this.register = register;
        NameFinder finder = new NameFinder(register);
        for (Sentence sentence : parse.sentences()) {
            trees.add(new Tree(sentence));
            names.add(finder.find(sentence));
        }
    }

    /** The state with this code. */
    PartyDraft state(String country) {
        return drafts.computeIfAbsent("state:" + country, k -> {
            PartyDraft d = new PartyDraft("", register.stateName(country), Party.Kind.STATE);
            d.country = country;
            d.sector = "GOV";
            return d;
        });
    }

    /** The party holds the role that ends with word {@code last}. */
    void give(PartyDraft draft, int s, RoleFinder.Match role, int last) {
        Sentence sentence = parse.sentences().get(s);
        Span span =
                sentence.token(role.first()).span().union(sentence.token(last).span());
        Party.Role record =
                new Party.Role(NameFinder.text(sentence, role.first(), last), span.start(), span.end(), span.in());
        if (!draft.roles.contains(record)) {
            draft.roles.add(record);
            draft.roleWords.add(new Ref(s, last));
            draft.roleLemmas.add(role.lemmas());
        }
        draft.sector = former(s, role.first()) ? "ELI" : role.role().sector();
    }

    /** Whether the words before a role say that it is over ("former Ostlandian foreign minister"). */
    boolean former(int s, int first) {
        Sentence sentence = parse.sentences().get(s);
        for (int i = first - 1; i >= Math.max(1, first - 3); i--) {
            if (sentence.token(i).form().toLowerCase(Locale.ROOT).matches(FORMER)) {
                return true;
            }
            if (!sentence.token(i).upos().matches("ADJ|PROPN|NOUN")) {
                return false;
            }
        }
        return false;
    }

    /** Words {@code first} to {@code last} mention the party. */
    void mention(PartyDraft draft, int s, int first, int last, Party.MentionKind kind) {
        Sentence sentence = parse.sentences().get(s);
        Span span = sentence.token(first).span().union(sentence.token(last).span());
        Party.Mention mention = new Party.Mention(span.start(), span.end(), span.in(), kind);
        if (!draft.mentions.contains(mention)) {
            draft.mentions.add(mention);
        }
    }
}
