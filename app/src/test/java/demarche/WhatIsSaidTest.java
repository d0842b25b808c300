package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a short story's events and positions say: who, at whom, about what; and what is not said at all. */
class WhatIsSaidTest {
    private static List<String> lines(String text) {
        ReadingInWords words = ReadingInWords.of(InventedStates.read(text));
        return java.util.stream.Stream.concat(words.events().stream(), words.positions().stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Ostland broke off relations with Westland, accusing it of arming rebels.; ACCUSE allege | Ostland -> Westland
            The president of Ostland said his troops had subdued the rebels and accused Westland of fomenting the uprising.; ACCUSE allege | president -> Westland
            The shelling of a Nordian town by Ostland killed four Nordian civilians.; ASSAULT | Ostland -> Nordian civilians
            Ostland condemned the invasion of Nordia by Westland.; ACCUSE disapprove | Ostland -> Westland
            Ostland refused to give aid to Westland.; REJECT assist | Ostland -> Westland
            Ostland refrained from attacking Westland.; ASSAULT | Ostland -> Westland | attacking, negated
            Ostland stopped short of condemning Westland.; ACCUSE disapprove | Ostland -> Westland | condemning, negated
            Ostland demanded the release of the Nordian crew from Westland.; REQUEST yield | Ostland -> Westland
            Ostland asked for the Nordian crew to be freed.; Ostland DEMANDS
            Ostland demanded Westland's release of the Nordian crew.; REQUEST yield | Ostland -> Westland
            Ostland refused to apologise to Westland.; Ostland REFUSES apologise
            If Westland attacks Nordia, Ostland will attack it.; Ostland THREATENS attack
            The rebels of Nordia claimed responsibility for the attack on Westlandian soldiers.; ASSAULT | rebels -> Westlandian soldiers
            Ostland jailed a Westlandian editor for criticising Nordia.; Westlandian editor ACCUSES Nordia
            If nobody helps, the president of Ostland said, his country would no longer shelter the refugees from Westland.; Ostland REFUSES refugees
            Ostland criticised Westland for allocating billions of dollars worth of military equipment to Nordia.; Ostland ACCUSES military equipment
            Ostland fears the dam will cut into its share of the river.; Ostland FEARS dam
            Westland threatened to impose 200 per cent tariffs on Ostland.; Westland THREATENS tariffs
            Westland threatened to expel 200 fishermen from Ostland.; Westland THREATENS fishermen
            Ostland's minister told reporters that the boats belong to Ostland. "We will not give them back," he said.; Ostland's minister REFUSES boats | plain
            """)
    void isSaid(String text, String line) {
        assertThat(lines(text)).as(lines(text).toString()).anyMatch(l -> l.startsWith(line));
    }

    @ParameterizedTest(name = "{0}: not {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Ostland refused to free the Nordian crew.; -> Nordian crew
            Nordia offered to slow the filling of the Aven reservoir if Ostland guaranteed gas deliveries.; towards Aven
            Ostland asked for the Nordian crew to be freed.; RETREAT
            The foreign minister of Ostland said: "We condemn the aggression against Westland."; -> Westland
            Ostland said that Westland will not accept the status quo and continues to defend its interests.; REFUSES interests
            Ostland's minister told reporters that the boats belong to Ostland. "We will not give them back," he said.; reporters
            Norvik Industries Inc offered 48 dollars a share for Halden Motors Corp.; OFFERS
            Ostland will still need the Westlandian ministers' approval for the plan.; SUPPORTS
            Ostland said that farmers would have to undertake not to raise output.; OFFERS
            Ostland's minister warned that Ostland would close the border.; FEARS
            The pressure has failed to undermine Ostland, the ministry of Ostland said.; ACCUSE
            """)
    void isNotSaid(String text, String part) {
        assertThat(lines(text)).as(lines(text).toString()).noneMatch(l -> l.contains(part));
    }
}
