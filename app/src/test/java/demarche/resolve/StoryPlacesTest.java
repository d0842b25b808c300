package demarche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of the places that bear a name a story means. */
class StoryPlacesTest {
    private static List<Place> places(String... sentences) {
        StringBuilder rows = new StringBuilder();
        for (String sentence : sentences) {
            int word = 0;
            for (String form : sentence.split(" ")) {
                boolean name = Character.isUpperCase(form.charAt(0));
                rows.append(form)
                        .append(' ')
                        .append(form)
                        .append(name ? " PROPN NNP " : " NOUN NN ")
                        .append(word)
                        .append(word == 0 ? " root" : " dep")
                        .append('\n');
                word++;
            }
            rows.append('\n');
        }
        return new StoryPlaces(Rows.parse(rows.toString().strip()), Register.load(), Set.of()).list();
    }

    private static Place named(List<Place> places, String name) {
        return places.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aNameAloneIsItsLargestPlace() {
        Place place = named(places("floods in Birmingham"), "Birmingham");
        assertThat(place.country()).isEqualTo("GBR");
        assertThat(place.kind()).isEqualTo(Place.Kind.CITY);
        assertThat(place.geonames()).isPositive();
    }

    @Test
    void otherPlacesOfTheStoryTellWhichOneIsMeant() {
        List<Place> places = places("floods in Birmingham", "rain in Montgomery , Mobile and Huntsville , Alabama");
        assertThat(named(places, "Birmingham").region()).isEqualTo("AL");
    }

    @Test
    void onceSettledANameMeansTheSameThroughout() {
        List<Place> places = places("rain in Paris", "rain in Paris , Texas");
        assertThat(places)
                .filteredOn(p -> p.name().equals("Paris"))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.country()).isEqualTo("USA"));
    }

    @Test
    void aRegionThatSharesAStatesNameIsTakenAmongItsOwnTowns() {
        assertThat(named(places("rain in Georgia", "rain in Tbilisi"), "Georgia")
                        .kind())
                .isEqualTo(Place.Kind.COUNTRY);
        List<Place> places =
                places("rain in Georgia", "rain in Atlanta , Georgia and Columbus , Ohio", "Florida and Texas");
        assertThat(named(places, "Georgia").region()).isEqualTo("GA");
    }

    @Test
    void wordsForAStatesPeopleAreToldFromItsName() {
        Place place = named(places("French envoys"), "French");
        assertThat(place.kind()).isEqualTo(Place.Kind.DEMONYM);
        assertThat(place.country()).isEqualTo("FRA");
    }

    @Test
    void partsOfTheWorldAreNoState() {
        Place place = named(places("talks in Europe"), "Europe");
        assertThat(place.country()).isNull();
        assertThat(place.lat()).isNotNull();
    }

    @Test
    void theGulfIsNoProvince() {
        assertThat(places("tankers in the Gulf")).noneMatch(p -> "PNG".equals(p.country()));
    }
}
