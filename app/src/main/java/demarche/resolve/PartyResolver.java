package demarche.resolve;

import demarche.code.Coded;
import demarche.code.Ref;
import demarche.parse.Parse;
import demarche.story.Party;
import demarche.story.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a story's parties and links names, descriptions and pronouns to them.
 *
 * <p>Three passes over the sentences: names (register and encoder, surnames joined to full names, titles and appositions
 * read as roles), then noun phrases headed by a role noun ("the Ostlandian army", "rebels in Sudia"), then pronouns and
 * definite descriptions, by nearness, number and who was the subject. Prefers a missing cell to a wrong one.
 */
public final class PartyResolver {
    private final Register register;

    public PartyResolver(Register register) {
        this.register = register;
    }

    /** The parties of a story. {@code published} dates office holders; null when unknown. */
    public Parties resolve(Parse parse, Coded coded, @Nullable LocalDate published) {
        PartyStory story = new PartyStory(parse, coded, published, register);
        RoleFinder roles = new RoleFinder(story);
        CountryFinder where = new CountryFinder(story);
        int sentences = story.trees.size();
        NameFinder finder = new NameFinder(register);
        Map<String, Integer> spokenOf = finder.spoken(story.names, story.trees);
        for (int s = 0; s < sentences; s++) {
            story.names.set(s, finder.located(story.trees.get(s), story.names.get(s), spokenOf));
        }
        NameLinker names = new NameLinker(story, roles, where);
        names.fullNames();
        IntStream.range(0, sentences).forEach(names::named);
        AppositionLinker appositions = new AppositionLinker(story, roles, where);
        IntStream.range(0, sentences).forEach(appositions::appositions);
        PairLinker.link(story);
        Opponents opponents = new Opponents(story, where);
        DescriptionLinker descriptions = new DescriptionLinker(story, roles, where, opponents);
        IntStream.range(0, sentences).forEach(descriptions::described);
        new Voices(story, where).link();
        ShortForms.join(story);
        PronounLinker.link(story);
        DocumentAuthors.link(story);
        IntStream.range(0, sentences).forEach(descriptions::compounds);
        Affiliations affiliations = new Affiliations(story, where, opponents);
        affiliations.officials();
        affiliations.ministries();
        affiliations.spokespersons();
        Denials.settle(story);
        HomeCountry.fill(story, where, opponents);
        return finish(story);
    }

    private static Parties finish(PartyStory story) {
        List<PartyDraft> order = new ArrayList<>(story.drafts.values());
        order.removeIf(d -> d.mentions.isEmpty());
        order.sort(Comparator.comparing(d -> Collections.min(d.mentions.stream()
                .map(m -> new Span(m.start(), m.end(), m.in()))
                .toList())));
        Map<PartyDraft, String> ids = new HashMap<>();
        for (PartyDraft d : order) {
            ids.put(d, "p" + (ids.size() + 1));
        }
        List<Party> list = new ArrayList<>();
        for (PartyDraft d : order) {
            d.mentions.sort(Comparator.comparing(m -> new Span(m.start(), m.end(), m.in())));
            list.add(new Party(
                    String.valueOf(ids.get(d)),
                    d.name,
                    d.kind,
                    d.country,
                    d.sector,
                    d.speaksFor == null ? null : ids.get(d.speaksFor),
                    List.copyOf(d.roles),
                    List.copyOf(d.mentions)));
        }
        Map<Ref, List<String>> words = new HashMap<>();
        story.byWord.forEach((ref, ds) -> words.put(
                ref,
                ds.stream()
                        .map(ids::get)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList()));
        return new Parties(list, words);
    }
}
