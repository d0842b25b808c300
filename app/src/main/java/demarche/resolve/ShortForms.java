package demarche.resolve;

import demarche.code.Ref;
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
