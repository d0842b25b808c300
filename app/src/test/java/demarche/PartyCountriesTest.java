package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Party;
import demarche.story.Story;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose people and bodies are, where no word beside the name says so. */
class PartyCountriesTest {
    private static Optional<String> country(String name, String text) {
        Story story = new Story("s", null, text, "2026-03-04", null, null, null, List.of());
        return InventedStates.read(story).parties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .map(Party::country);
    }

    @Test
    void aSpokesmanIsNotOfTheCountryHeSpeaksAgainst() {
        assertThat(country(
                        "Tomas Reyl",
                        "Chile again urged Peru to pull back its border guards, a Chilean foreign ministry spokesman said. "
                                + "Spokesman Tomas Reyl repeated the demand. "
                                + "\"We urge Peru to withdraw its guards at once,\" said Reyl."))
                .contains("CHL");
    }

    @Test
    void aSpokesmanIsOfTheMinistryHeSpeaksFor() {
        assertThat(country(
                        "Tomas Reyl",
                        "The Chilean defense ministry has urged Peru to pull back its troops. "
                                + "Tomas Reyl, a spokesman of the ministry, made the remarks late on Thursday. "
                                + "Reyl called on the Peruvian side to keep the peace."))
                .contains("CHL");
    }

    @Test
    void aCandidateWhoSpeaksOfHisCountryIsOfIt() {
        assertThat(country("Tomas Reyl", "Presidential candidate Tomas Reyl said that Chile must limit its spending."))
                .contains("CHL");
    }

    @Test
    void anOfficeIsOfThePersonItIsNamedAfter() {
        assertThat(country(
                        "Benjamin Netanyahu's office",
                        "Hours later, Prime Minister Benjamin Netanyahu's office rejected the plan of Hamas."))
                .contains("ISR");
    }

    @Test
    void anEnvoyOfAnInternationalBodyIsNotOfTheCountryHeIsSentTo() {
        assertThat(country("Tomas Reyl", "Peru's UN envoy Tomas Reyl censured the Peruvian government's strategy."))
                .contains("IGO");
    }

    @Test
    void anAssociationIsNotItsGovernment() {
        assertThat(country(
                        "Peru's influential bar association",
                        "Peru's influential bar association condemned the ban on demonstrations."))
                .contains("PER");
    }

    @Test
    void anOfficeThatOnlyOneStateHasTellsTheState() {
        assertThat(country("Tomas Reyl", "Secretary of State Tomas Reyl met the French president in Paris."))
                .contains("USA");
    }

    @Test
    void aNameBetweenCommasAfterItsRoleIsOneParty() {
        assertThat(country(
                        "Israel’s Prime Minister",
                        "Israel’s Prime Minister, Benjamin Netanyahu has firmly rejected a proposal by Hamas to end the"
                                + " ongoing conflict."))
                .isEmpty();
    }

    @Test
    void hisCoalitionIsOfHisCountry() {
        assertThat(country(
                        "his ruling coalition",
                        "Peruvian President Tomas Reyl has no plans. He faces pressure from his ruling coalition for war"
                                + " and from the families of those held in Chile."))
                .contains("PER");
    }

    @Test
    void whoSaysThatTheyDidItDidIt() {
        Story story = new Story(
                "s",
                null,
                "Peru said it was getting ready when Chilean soldiers said they had killed a leader of a rebel band in Bolivia.",
                "2026-03-04",
                null,
                null,
                null,
                List.of());
        var reading = InventedStates.read(story);
        assertThat(reading.events())
                .filteredOn(e -> e.eventType().name().equals("ASSAULT"))
                .flatExtracting(e -> e.actors())
                .extracting(id -> reading.parties().stream()
                        .filter(p -> p.id().equals(id))
                        .findFirst()
                        .map(Party::country))
                .containsExactly(Optional.of("CHL"));
    }
}
