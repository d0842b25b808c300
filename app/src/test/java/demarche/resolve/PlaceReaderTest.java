package demarche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.Ref;
import demarche.parse.Parse;
import demarche.story.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceReaderTest {
    private static @Nullable Place place(String rows, int trigger, String... countries) {
        Parse parse = Rows.parse(rows);
        StoryPlaces places = new StoryPlaces(parse, Register.load(), Set.of(countries));
        return new PlaceReader(parse, places).placeOf(new Ref(0, trigger));
    }

    @Test
    void findsWhereTroopsMet() {
        Place place = place("""
                Envoys envoy NOUN NNS 2 nsubj
                met meet VERB VBD 0 root
                in in ADP IN 4 case
                Geneva Geneva PROPN NNP 2 obl
                """, 2);
        assertThat(place).isNotNull();
        assertThat(place.country()).isEqualTo("CHE");
        assertThat(place.lat()).isBetween(46.1, 46.3);
        assertThat(place.start()).isEqualTo(14);
        assertThat(place.end()).isEqualTo(20);
    }

    private static final String PARIS = """
            Workers worker NOUN NNS 2 nsubj
            marched march VERB VBD 0 root
            in in ADP IN 4 case
            Paris Paris PROPN NNP 2 obl
            """;

    @Test
    void takesTheLargestOfAName() {
        assertThat(place(PARIS, 2)).extracting(Place::country).isEqualTo("FRA");
    }

    @Test
    void takesTheOneInTheRegionNamedAfterIt() {
        String rows = PARIS.stripTrailing() + " tight\n" + """
                , , PUNCT , 6 punct
                Texas Texas PROPN NNP 4 appos
                """;
        assertThat(place(rows, 2)).extracting(Place::country).isEqualTo("USA");
    }

    @Test
    void takesTheOneInACountryOfTheStory() {
        String rows = PARIS.replace("Paris", "Tripoli");
        assertThat(place(rows, 2)).extracting(Place::country).isEqualTo("LBY");
        assertThat(place(rows, 2, "LBN")).extracting(Place::country).isEqualTo("LBN");
    }

    @Test
    void namesThePlaceWithinADescription() {
        Place place = place("""
                Rebels rebel NOUN NNS 2 nsubj
                launched launch VERB VBD 0 root
                an an DET DT 4 det
                attack attack NOUN NN 2 obj
                near near ADP IN 8 case
                the the DET DT 8 det
                port port NOUN NN 8 compound
                city city NOUN NN 2 obl
                of of ADP IN 10 case
                Odessa Odessa PROPN NNP 8 nmod
                """, 4);
        assertThat(place).extracting(Place::name, Place::country).containsExactly("Odessa", "UKR");
    }

    @Test
    void leavesOutWhereAReportWasMade() {
        assertThat(place("""
                Officials official NOUN NNS 2 nsubj
                said say VERB VBD 0 root
                in in ADP IN 4 case
                Geneva Geneva PROPN NNP 2 obl
                rebels rebel NOUN NNS 6 nsubj
                attacked attack VERB VBD 2 ccomp
                troops troop NOUN NNS 6 obj
                """, 6)).isNull();
    }

    @Test
    void doesNotGuessAnUnknownName() {
        assertThat(place(PARIS.replace("Paris", "Qwertzville"), 2)).isNull();
    }

    @Test
    void knowsCountries() {
        assertThat(Gazetteer.load().lookup("Sudan", Set.of()))
                .get()
                .extracting(GazetteerEntry::country)
                .isEqualTo("SDN");
        assertThat(Gazetteer.load().lookup("Kiev", Set.of()))
                .get()
                .extracting(GazetteerEntry::country)
                .isEqualTo("UKR");
    }
}
