package demarche.resolve;

import demarche.story.Party;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether "he" or "she" can mean somebody, told from given names, titles and nouns ("Mrs", "spokesman"). */
final class Genders {
    private static final Set<String> HE = Set.of("he", "him", "his", "himself");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");

    private final Map<String, String> words = new HashMap<>();

    /** @param rows "m" or "f", and words parted by ";" */
    Genders(List<String[]> rows) {
        for (String[] row : rows) {
            for (String word : row[1].split(";")) {
                // A word of both lists tells nothing.
                words.merge(Register.folded(word), row[0], (a, b) -> a.equals(b) ? a : "");
            }
        }
    }

    /** "m", "f", or null when the word does not tell. */
    @Nullable
    String of(String word) {
        String found = words.get(Register.folded(word));
        return found == null || found.isEmpty() ? null : found;
    }

    /** Of a name by its first word, else of the last noun of a description. */
    @Nullable
    String ofParty(PartyDraft party) {
        String name = of(party.name.split(" ")[0]);
        if (name != null && party.name.contains(" ")) {
            return name;
        }
        for (String role : party.roleLemmas) {
            String noun = of(role.substring(role.lastIndexOf(' ') + 1));
            if (noun != null) {
                return noun;
            }
        }
        return party.gender;
    }

    /** Keeps what a pronoun tells of a person of whom nothing else told. */
    void learn(String pronoun, PartyDraft party) {
        if (party.kind == Party.Kind.PERSON && ofParty(party) == null) {
            party.gender = HE.contains(pronoun) ? "m" : SHE.contains(pronoun) ? "f" : null;
        }
    }

    /** Whether a pronoun can mean the party: not when both tell, and differ. */
    boolean fits(String pronoun, PartyDraft party) {
        String wanted = HE.contains(pronoun) ? "m" : SHE.contains(pronoun) ? "f" : null;
        String given = wanted == null ? null : ofParty(party);
        return given == null || given.equals(wanted);
    }
}
