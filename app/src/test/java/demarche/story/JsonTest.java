package demarche.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aReadingComesBackAsItWas() {
        Reading reading = SampleReading.make();
        assertThat(Json.read(Json.write(reading))).isEqualTo(reading);
    }

    @Test
    void aReadingIsOneLine() {
        assertThat(Json.write(SampleReading.make())).doesNotContain("\n");
    }

    @Test
    void stancesAndEventTypesAreUpperCaseTheOtherNamesLower() {
        assertThat(Json.write(SampleReading.make()))
                .contains("\"stance\":\"OFFERS\"", "\"eventType\":\"SUPPORT\"")
                .contains("\"kind\":\"state\"", "\"form\":\"indirect\"", "\"strength\":\"categorical\"");
    }

    @Test
    void theSideIsGivenOnlyForTheTitle() {
        assertThat(Json.write(SampleReading.make()))
                .contains("{\"start\":0,\"end\":9,\"in\":\"title\"}")
                .doesNotContain("\"in\":null");
    }

    @Test
    void whatIsNotKnownStandsAsNull() {
        assertThat(Json.write(SampleReading.make())).contains("\"addressee\":null", "\"respondsTo\":null");
    }

    @Test
    void namesOfLaterVersionsAreLeftAside() {
        String json = Json.write(SampleReading.make()).replaceFirst("\\{", "{\"later\":7,");
        assertThat(Json.read(json)).isEqualTo(SampleReading.make());
    }

    @Test
    void textThatIsNoReadingIsTheUsersError() {
        assertThatThrownBy(() -> Json.read("{\"schema\": ")).isInstanceOf(InputException.class);
        String badKind = Json.write(SampleReading.make()).replace("\"indirect\"", "\"shouted\"");
        assertThatThrownBy(() -> Json.read(badKind)).isInstanceOf(InputException.class);
    }
}
