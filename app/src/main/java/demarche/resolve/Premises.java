package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Token;
import java.util.Set;

/** Nouns for what somebody holds or does, so that a noun before them tells whose it is: "army base", "rebel attack". */
final class Premises {
    private static final Set<String> ROOMS = Set.of(
            "office",
            "headquarters",
            "headquarter",
            "bureau",
            "building",
            "compound",
            "premises",
            "premise",
            "room",
            "hq");

    private static final Set<String> PLACES = Set.of(
            "base",
            "camp",
            "stronghold",
            "post",
            "outpost",
            "position",
            "hideout",
            "hide-out",
            "bastion",
            "convoy",
            "column",
            "station",
            "checkpoint",
            "barracks",
            "barrack",
            "target",
            "vehicle",
            "car",
            "truck",
            "jeep",
            "bus",
            "boat",
            "village",
            "town",
            "city",
            "neighborhood",
            "neighbourhood",
            "suburb",
            "district",
            "territory",
            "area",
            "region",
            "zone",
            "enclave",
            "north",
            "south",
            "east",
            "west",
            "home",
            "house",
            "farm",
            "shop",
            "site",
            "web site",
            "website",
            "depot",
            "arsenal",
            "airfield",
            "airport",
            "line",
            "trench",
            "garrison",
            "installation",
            "facility",
            "hostel",
            "settlement",
            "property",
            "academy",
            "training camp",
            "cell",
            "den",
            "haven",
            "sanctuary");

    private static final Set<String> ACTS = Set.of(
            "attack",
            "assault",
            "raid",
            "ambush",
            "offensive",
            "bombing",
            "shelling",
            "bombardment",
            "strike",
            "incursion",
            "fire",
            "gunfire",
            "shooting",
            "uprising",
            "revolt",
            "mutiny",
            "advance",
            "blockade",
            "siege",
            "protest",
            "demonstration",
            "rally",
            "march",
            "walkout",
            "sit-in",
            "riot",
            "operation",
            "sweep",
            "crackdown",
            "withdrawal",
            "retreat",
            "pullout",
            "surrender",
            "demand",
            "offer",
            "threat",
            "appeal",
            "call",
            "proposal",
            "request",
            "criticism",
            "claim",
            "accusation",
            "warning",
            "ultimatum",
            "plea",
            "plan",
            "bill",
            "order",
            "decision",
            "decree",
            "policy",
            "ban",
            "reform",
            "bomb",
            "rocket",
            "mortar",
            "shell",
            "ceasefire",
            "truce");

    private static final Set<String> HOLDERS =
            Set.of("MIL", "REB", "COP", "UAF", "PRM", "OPP", "REF", "LAB", "EDU", "AGR", "PTY", "CVL", "SPY", "JRN");
    private static final Set<String> BODIES = Set.of("government", "parliament", "police");
    private static final Set<String> THINGS = Set.of(
            "tank",
            "jet",
            "helicopter",
            "plane",
            "aircraft",
            "warship",
            "artillery",
            "patrol",
            "convoy",
            "command",
            "bomber",
            "school",
            "university",
            "television",
            "radio",
            "driver",
            "major",
            "general",
            "captain",
            "force",
            "people",
            "public",
            "family",
            "local",
            "national",
            "community",
            "woman",
            "man",
            "child",
            "bus",
            "marine",
            "fighter",
            "warplane",
            "gunship",
            "submarine",
            "destroyer",
            "frigate",
            "fleet",
            "navy",
            "agent",
            "person",
            "crew",
            "tourist");

    private static final Set<String> UNCOUNTED = Set.of(
            "police",
            "army",
            "military",
            "opposition",
            "government",
            "parliament",
            "gendarmerie",
            "infantry",
            "militia",
            "intelligence",
            "insurgency",
            "rebellion",
            "union",
            "party",
            "crowd",
            "resistance",
            "newspaper");

    private Premises() {}

    /** Whether the noun is of rooms whose holder acts in them: "opposition offices". */
    static boolean is(String lemma) {
        return ROOMS.contains(lemma);
    }

    /** Whether a role is of those that hold places and act as a body. */
    static boolean holds(RoleFinder.Match role) {
        String last = role.lemmas();
        return !THINGS.contains(last)
                && (BODIES.contains(last) || HOLDERS.contains(role.role().sector()));
    }

    /** Whether there may be several of them: rebels, students, but one police. */
    static boolean countable(String lemma) {
        return !UNCOUNTED.contains(lemma);
    }

    /** The noun for a place or an act that a word modifies, also in "rebel-held towns"; 0 for none. */
    static int head(Tree tree, int word) {
        Token token = tree.token(word);
        if (token.head() <= word
                || token.relation().equals("nmod:poss")
                || !Set.of("compound", "amod", "obl", "nmod").contains(token.baseRelation())
                || word > 1 && tree.token(word - 1).form().equals("-")) {
            return 0;
        }
        int at = token.head();
        if (tree.token(at).form().matches("held|controlled|occupied|run|ruled|dominated|led")
                && tree.token(at - 1).form().equals("-")) {
            at = tree.token(at).head();
        }
        boolean noun = at > word && tree.token(at).upos().matches("NOUN|PROPN");
        String lemma = noun ? tree.lemma(at) : "";
        String singular = lemma.endsWith("s") ? lemma.substring(0, lemma.length() - 1) : lemma;
        // "a military withdrawal": the word says of what kind it is, not whose.
        boolean act = !tree.lemma(word).equals("military") && (ACTS.contains(lemma) || ACTS.contains(singular));
        boolean place = PLACES.contains(lemma) || PLACES.contains(singular) || ROOMS.contains(singular);
        return act || place ? at : 0;
    }
}
