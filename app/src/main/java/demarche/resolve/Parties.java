package demarche.resolve;

import demarche.code.Ref;
import demarche.story.Party;
import java.util.List;
import java.util.Map;

/** The parties of a story, and which words denote them. */
public final class Parties {
    private final List<Party> list;
    private final Map<Ref, List<String>> byWord;

    Parties(List<Party> list, Map<Ref, List<String>> byWord) {
        this.list = List.copyOf(list);
        this.byWord = Map.copyOf(byWord);
    }

    /** All parties, in order of first mention. */
    public List<Party> list() {
        return list;
    }

    /** Ids of the parties that the phrase with this head denotes ("Ostlandian and Westlandian officials": two). */
    public List<String> at(Ref ref) {
        return byWord.getOrDefault(ref, List.of());
    }
}
