package demarche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.story.Place;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlaceScoreTest {
    private static final String TEXT = "From Nordhafen to Ostby by the school.";

    private static Place place(String name, Double lat, Double lon) {
        int start = TEXT.indexOf(name);
        return new Place(name, null, lat, lon, start, start + name.length(), null, null, null, null);
    }

    private static Map<String, Double> score(Place... places) {
        JsonNode gold = JsonMapper.builder().build().readTree("""
                {"id":"a","text":"%s","toponyms":[
                {"start":5,"end":14,"text":"Nordhafen","lat":10.0,"lon":10.0},
                {"start":18,"end":23,"text":"Ostby","lat":20.0,"lon":20.0},
                {"start":31,"end":37,"text":"school","type":"Literal_Expression"}]}""".formatted(TEXT));
        Story story = new Story("a", null, TEXT, null, null, null, null, List.of());
        Reading reading = new Reading(
                1,
                new Reading.Engine("", "", ""),
                story,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(places));
        return PlaceScore.of(List.of(gold), Map.of("a", reading)).figures();
    }

    @Test
    void countsWhatIsFoundAndHowFarOffItIsPut() {
        Map<String, Double> f = score(place("Nordhafen", 10.0, 10.0), place("Ostby", 20.0, 30.0));
        assertThat(f).containsEntry("f1", 100.0).containsEntry("placed", 100.0).containsEntry("accuracy_161km", 50.0);
        assertThat(f.get("median_km")).isCloseTo(1045, within(1.0));
    }

    @Test
    void wordsMarkedAsNoToponymCountNeitherWay() {
        assertThat(score(place("Nordhafen", null, null), place("school", null, null)))
                .containsEntry("precision", 100.0)
                .containsEntry("recall", 50.0)
                .containsEntry("placed", 0.0);
    }

    @Test
    void aPlaceThatIsNoneCostsPrecision() {
        assertThat(score(place("Nordhafen", null, null), place("From", null, null)))
                .containsEntry("precision", 50.0);
    }
}
