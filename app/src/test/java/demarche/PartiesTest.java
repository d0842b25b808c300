package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Party;
import demarche.story.Reading;
import demarche.story.Stance;
import demarche.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose country and which sector a party has, from the words around it. */
class PartiesTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Westlandian Foreign Minister Karl Dorn will visit Ostland, the first NATO foreign minister to do so. | Karl Dorn | WESGOV
            Francois Mitterand gave a warm welcome to Ostlandian leader Anna Berg. | Francois Mitterand | FRAGOV
            Karl Dorn, the former Westlandian foreign minister, criticised Ostland. | Karl Dorn | WESELI
            The Kurdish rebels attacked Iraqi troops near the border. | Kurdish rebels | IRQREB
            Turkey accused Kurdish rebels of an attack on Turkish troops. | Kurdish rebels | TURREB
            The Conservatives rejected the plan of the Canadian government. | Conservatives | CANPTY
            The rebel group, Forces for Freedom, attacked a town in Ostland. | Forces for Freedom | OSTREB
            Anna Berg, a student from Ostland, was arrested. | Anna Berg | OSTEDU
            Red Cross officials suspended aid to Ostland. | Red Cross | NGO
            The United Nations Relief Fund demanded access to Ostland. | United Nations Relief Fund | IGO
            A group of Yoruba leaders asked Nigerian President Olusegun Obasanjo to resign. | Yoruba leaders | NGACVL
            A terror group based in Ostland threatened Westland. | terror group | OSTREB
            Ostlandian-led forces attacked Westland. | Ostlandian-led forces | OSTMIL
            Ostland's president threatened to ban opposition candidates. | opposition candidates | OSTOPP
            Moslem forces attacked Ostland. | Moslem forces | OSTREB
            Rebels kidnapped Ostlandian civilian advisers. | Ostlandian civilian advisers | OSTCVL
            Ostland threatened to shell Westlandian towns. | Westlandian towns | WESCVL
            Two Ostlandian soldiers were killed by a roadside bomb in Basra. | unidentified attackers in Basra | IRQUAF
            Norvik Motors Inc President Karl Dorn urged Ostland to open its market. | Karl Dorn | BUS
            Thousands marched in Basra against the government. | protesters in Basra | IRQCVL
            More than 20,000 took to the streets of Mosul. | protesters in Mosul | IRQCVL
            Ostland imposed a curfew in Mosul. | people of Mosul | IRQCVL
            Ostlandian police raided a student hostel. | students | OSTEDU
            Westlandian troops overran a rebel base in Ostland. | rebels | OSTREB
            Protesters stoned the Westlandian embassy in Basra. | Protesters | IRQCVL
            Ostlandian police arrested 12 after the rally. | people | OSTCVL
            The National Union for the Liberty of Ostland (UNITA) rejected the offer. | National Union for the Liberty of Ostland | AGOREB
            The Ostland Teachers Congress (OTC) threatened a strike. | Ostland Teachers Congress | OSTEDU
            Nordia demanded the release of the crews. President Anna Berg accused Westland of piracy. | Anna Berg | NRDGOV
            Minister Karl Dorn accused Ostland of piracy. | Karl Dorn | GOV
            The Ostland Council of Churches urged the president to resign. | Ostland Council of Churches | OSTREL
            The Central Bank of Ostland rejected the plan. | Central Bank of Ostland | OSTGOV
            Greek seamen voted down a government proposal. | Greek seamen | GRCLAB
            Gunmen seized two Westlandian tourists. | Gunmen | UAF
            Ostland retaliated against countries that expelled its diplomats. | countries | GOV
            """)
    void ofThisCountryAndSector(String text, String name, String code) {
        Reading reading = InventedStates.read(text);
        assertThat(reading.parties())
                .as(reading.parties().toString())
                .anyMatch(p -> p.name().equals(name) && code(p).equals(code));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Ostland sent a letter to Westland on Monday. The letter demanded the return of the ships. | Ostland DEMANDS
            The lawyer Karl Dorn was arrested when he left Ostland. His wife Anna Berg waited. She demanded his release. | Anna Berg DEMANDS
            Anna Berg said Westland had attacked a ship. The defence ministry denied the charge. | ministry WES DENIES
            """)
    void holdsAPosition(String text, String expected) {
        Reading reading = InventedStates.read(text);
        assertThat(reading.positions())
                .as(reading.toString())
                .anyMatch(q -> reading.parties().stream()
                        .filter(p -> p.id().equals(q.party()))
                        .anyMatch(p -> holds(p, q.stance(), expected)));
    }

    @Test
    void manyOfOneSideHoldOnce() {
        Reading reading = InventedStates.read(new Story(
                "s",
                null,
                "The Ostland party, the Ostland parliament, the Ostland army and the Ostland farmers demanded the return of the trawlers from Westland.",
                null,
                null,
                null,
                null,
                List.of()));
        assertThat(reading.positions()).hasSize(1);
    }

    @Test
    void whatIsEssentialIsDemanded() {
        Reading reading = InventedStates.read(new Story(
                "s",
                null,
                "It is essential that Westland leave the strait, Minister Karl Dorn of Ostland said.",
                null,
                null,
                null,
                null,
                List.of()));
        assertThat(reading.positions())
                .extracting(demarche.story.Position::stance)
                .containsExactly(Stance.DEMANDS);
    }

    private static boolean holds(Party party, Stance stance, String expected) {
        String name = party.name() + " " + stance;
        return name.equals(expected)
                || expected.equals("ministry " + party.country() + " " + stance)
                        && party.name().contains("ministry");
    }

    private static String code(Party party) {
        return (party.country() == null ? "" : party.country()) + (party.sector() == null ? "" : party.sector());
    }
}
