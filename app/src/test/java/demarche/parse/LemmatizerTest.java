package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmatizerTest {
    private static final Lemmatizer LEMMATIZER = new Lemmatizer(Set.of(
            "announce",
            "visit",
            "hop",
            "hope",
            "tell",
            "cancel",
            "come",
            "com",
            "demand",
            "case",
            "movie",
            "class",
            "ache",
            "release",
            "agree",
            "large",
            "call",
            "car",
            "care",
            "ministry",
            "add",
            "ad",
            "hero",
            "put",
            "free"));

    @ParameterizedTest
    @CsvSource({
        "announced, VBD, announc, announce",
        "visited, VBN, visite, visit",
        "hoping, VBG, hop, hope",
        "hopping, VBG, hopp, hop",
        "planned, VBD, planne, plan",
        "cancelled, VBN, cancell, cancel",
        "telling, VBG, tel, tell",
        "coming, VBG, com, come",
        "caring, VBG, car, care",
        "adding, VBG, ad, add",
        "agreed, VBD, agre, agree",
        "freed, VBN, fre, free",
        "denied, VBD, deni, deny",
        "extradited, VBN, extradit, extradite",
        "detained, VBN, detaine, detain",
        "imprisoned, VBN, imprisone, imprison",
        "overthrew, VBD, overthrew, overthrow",
        "said, VBD, sai, say",
        "found, VBP, found, found",
        "’ve, VBP, ve, have",
        "put, VBD, pu, put",
        "goes, VBZ, goe, go",
        "denies, VBZ, denie, deny",
        "ministries, NNS, ministrie, ministry",
        "movies, NNS, movy, movie",
        "classes, NNS, classe, class",
        "cases, NNS, cas, case",
        "heroes, NNS, heroe, hero",
        "demonstrators, NNS, demonstrators, demonstrator",
        "crises, NNS, crise, crisis",
        "policewomen, NNS, policewomen, policewoman",
        "Senators, NNPS, Senator, Senator",
        "larger, JJR, larg, large",
        "biggest, JJS, bigg, big",
        "easier, JJR, easi, easy",
        "strongest, JJS, stronge, strong",
        "Sept., NNP, Sept., September",
        "Ostland, NNP, Ostland, Ostland",
        "said, JJ, said, said"
    })
    void inflected_words_lose_their_endings_as_english_is_spelled(
            String form, String tag, String proposed, String lemma) {
        assertThat(LEMMATIZER.lemma(form, tag, proposed)).isEqualTo(lemma);
    }

    @Test
    void numbers_lose_the_marks_between_their_thousands() {
        assertThat(LEMMATIZER.lemma("1,500", "CD", "1,500")).isEqualTo("1500");
    }

    @Test
    void any_short_or_odd_form_gets_a_lemma() {
        for (String form :
                new String[] {"s", "ed", "ing", "es", "'s", "ies", "er", "aing", "ssed", "xing", "ès", "qued"}) {
            for (String tag : new String[] {"VBD", "VBG", "VBZ", "NNS", "NNPS", "JJR", "RBS", "CD", "VB"}) {
                assertThat(LEMMATIZER.lemma(form, tag, form))
                        .as(form + " " + tag)
                        .isNotEmpty();
            }
        }
    }
}
