package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an act is put: whether it is told as done, as not done, as to come, as possible or as past history. */
class HowActsArePutTest {
    private static List<String> events(String text) {
        return ReadingInWords.of(InventedStates.read(text)).events();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            The rebels of Nordia have yet to release the hostages.; RETREAT release; negated
            Talks between Ostland and Westland never took place.; CONSULT; negated
            Talks between Ostland and Westland will take place in May.; AGREE;
            Ostland's premier said he would not hesitate to bomb Westland.; THREATEN;
            Ostland said it might bomb Westland if its ships were not freed.; THREATEN;
            Police were possibly behind the abduction of the Nordian editor.; ASSAULT abduct; hypothetical
            Decades ago Ostland deported the Nordian priests.; COERCE deport; historical
            The minister, who was jailed in the 1980s by Ostland, met the king of Nordia.; COERCE arrest; historical
            Ostland held a news conference to denounce Westland.; ACCUSE;
            """)
    void isPut(String text, String line, String status) {
        assertThat(events(text)).anyMatch(e -> e.startsWith(line) && (status == null || e.contains(status)));
    }

    @ParameterizedTest(name = "{0}: no {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            The envoys averted a war between Ostland and Westland.; ASSAULT
            The duties stay until Westland backs down.; CONCEDE
            Had the rebels of Nordia taken the town, the government of Nordia would have fled.; ASSAULT
            The supreme court of Ostland said the arrests were unlawful.; ACCUSE
            """)
    void isNotSaid(String text, String type) {
        assertThat(events(text)).noneMatch(e -> e.startsWith(type));
    }
}
