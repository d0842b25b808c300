package demarche.resolve;

import demarche.story.Party;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Parties of no stated country belong to the story's own, when it speaks of one country far more than of any other:
 * "the court", "residents" and a person without title in a story from one place.
 */
final class HomeCountry {
    private static final Set<String> ELSEWHERE = Set.of("JRN", "REF");

    private HomeCountry() {}

    static void fill(PartyStory story, CountryFinder where, Opponents opponents) {
        Map<String, Integer> count = new HashMap<>();
        for (int s = 0; s < story.trees.size(); s++) {
            int weight = s <= 1 ? 2 : 1;
            where.countries(s).forEach((c, n) -> count.merge(c, n * weight, Integer::sum));
        }
        int total = count.values().stream().mapToInt(Integer::intValue).sum();
        String home = count.entrySet().stream()
                .filter(e -> e.getValue() * 3 >= total * 2)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (home != null) {
            story.drafts.values().stream()
                    .filter(d -> d.country == null && !d.abroad && !ELSEWHERE.contains(String.valueOf(d.sector)))
                    .filter(d -> d.kind != Party.Kind.PERSON
                            || d.sector != null && !d.sector.equals("GOV")
                            || !opponents.of(d).contains(home))
                    .forEach(d -> d.country = home);
        }
    }
}
