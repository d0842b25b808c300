package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.story.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One party where a story gives both a name and a short form: "the Ostland Workers' Party" and "OWP", "the ministry". */
final class ShortForms {
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "in", "on", "to", "de", "del", "la");

    private ShortForms() {}

    /** Joins parties of {@code story}; the longer name stays. */
    static void join(PartyStory story) {
        for (int s = 0; s < story.trees.size(); s++) {
            for (NamedPhrase name : story.names.get(s)) {
                bracketed(story, s, name);
            }
        }
        List<PartyDraft> all = new ArrayList<>(story.drafts.values());
        all.forEach(d -> bare(story, all, d));
        for (PartyDraft brief : all) {
            String letters = brief.name.replace(".", "");
            if (!body(brief) || !letters.matches("\\p{Lu}{2,7}")) {
                continue;
            }
            List<PartyDraft> whole = all.stream()
                    .filter(d -> d != brief && body(d) && spells(d.name, letters))
                    .toList();
            if (whole.size() == 1) {
                merge(story, brief, whole.get(0));
            }
        }
    }

    /** "The National Union for Liberty (UNL)": what stands in brackets is another name of the body before them. */
    private static void bracketed(PartyStory story, int s, NamedPhrase name) {
        Tree tree = story.trees.get(s);
        boolean brackets = name.first() > 2
                && name.last() < tree.size()
                && tree.token(name.first() - 1).form().equals("(")
                && tree.token(name.last() + 1).form().equals(")");
        List<PartyDraft> inside = story.byWord.getOrDefault(new Ref(s, name.head()), List.of());
        List<PartyDraft> before =
                brackets && inside.size() == 1 && body(inside.get(0)) ? before(story, s, name.first() - 2) : List.of();
        if (before.isEmpty() || before.contains(inside.get(0))) {
            return;
        }
        PartyDraft whole = before.get(0);
        PartyDraft brief = inside.get(0);
        Register.Entry entry = name.entry();
        boolean sure = entry != null && story.register.homes(entry.name()).size() < 2;
        if (entry != null && story.register.name(whole.name) == null) {
            whole.sector = entry.sector() == null ? whole.sector : entry.sector();
            whole.country = sure ? entry.country() : whole.country;
            for (PartyDraft part : sure ? before.subList(1, before.size()) : List.<PartyDraft>of()) {
                merge(story, part, whole);
            }
        }
        brief.country = sure ? brief.country : null;
        merge(story, brief, whole);
    }

    /** Bodies named in the run of capitalised words that ends with a word, the first one first. */
    private static List<PartyDraft> before(PartyStory story, int s, int last) {
        Tree tree = story.trees.get(s);
        int first = last + 1;
        while (first > 1
                && (capital(tree, first - 1)
                        || first > 2
                                && first <= last
                                && SMALL.contains(tree.token(first - 1).form())
                                && (capital(tree, first - 2)
                                        || SMALL.contains(tree.token(first - 2).form())))) {
            first--;
        }
        List<PartyDraft> out = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            story.byWord.getOrDefault(new Ref(s, i), List.of()).stream()
                    .filter(d -> body(d) && !out.contains(d))
                    .forEach(out::add);
        }
        return out;
    }

    private static boolean capital(Tree tree, int word) {
        return Character.isUpperCase(tree.token(word).form().codePointAt(0));
    }

    /** "The ministry" where the story names just one ministry. */
    private static void bare(PartyStory story, List<PartyDraft> all, PartyDraft brief) {
        String noun = brief.name.toLowerCase(java.util.Locale.ROOT);
        if (!body(brief) || noun.contains(" ")) {
            return;
        }
        List<PartyDraft> whole = all.stream()
                .filter(d -> d != brief && body(d) && d.name.contains(" ") && d.roleLemmas.contains(noun))
                .toList();
        if (whole.size() == 1 && Character.isUpperCase(whole.get(0).name.charAt(0))) {
            merge(story, brief, whole.get(0));
        }
    }

    private static boolean body(PartyDraft d) {
        return d.kind == Party.Kind.ORGANIZATION || d.kind == Party.Kind.GROUP;
    }

    private static boolean spells(String name, String letters) {
        StringBuilder all = new StringBuilder();
        StringBuilder large = new StringBuilder();
        String[] words = name.split("[ -]+");
        for (String word : words) {
            if (!word.isEmpty()) {
                all.append(Character.toUpperCase(word.charAt(0)));
                large.append(SMALL.contains(word) ? "" : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
            }
        }
        return words.length > 1
                && (all.toString().equals(letters) || large.toString().equals(letters));
    }

    private static void merge(PartyStory story, PartyDraft from, PartyDraft to) {
        from.mentions.stream().filter(m -> !to.mentions.contains(m)).forEach(to.mentions::add);
        to.country = to.country == null ? from.country : to.country;
        to.sector = to.sector == null ? from.sector : to.sector;
        from.mentions.clear();
        for (Map.Entry<Ref, List<PartyDraft>> e : story.byWord.entrySet()) {
            if (e.getValue().contains(from)) {
                e.setValue(e.getValue().stream()
                        .map(d -> d == from ? to : d)
                        .distinct()
                        .toList());
            }
        }
        story.drafts.values().stream().filter(d -> d.speaksFor == from).forEach(d -> d.speaksFor = to);
    }
}
