package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    private static String words(String text) {
        return Tokenizer.words(text, 0, text.length()).stream().map(Word::form).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            They don't know.                         | They do n't know .
            She can’t, and they cannot, go           | She ca n’t , and they can not , go
            We're gonna win                          | We 're gon na win
            Ostland's fleet                          | Ostland 's fleet
            the ministers' talks                     | the ministers ' talks
            the U.S.-backed plan                     | the U.S. - backed plan
            a non-proliferation co-founder           | a non-proliferation co-founder
            mid-1990s anti-tank e-mail               | mid-1990s anti-tank e-mail
            a 12-year-old boy                        | a 12 - year - old boy
            Mr. Brannik met Gen. Halvorsen.          | Mr. Brannik met Gen. Halvorsen .
            at 5 p.m. in the U.S.                    | at 5 p.m. in the U.S.
            No. 5 is no. That                        | No. 5 is no . That
            It cost $1,500.50, or 10%.               | It cost $ 1,500.50 , or 10 % .
            US$5bn and €20                           | US$ 5 bn and € 20
            on 24/11/2026 at 11:30am                 | on 24/11/2026 at 11:30 am
            2026-11-24 to 2026-11-30                 | 2026-11-24 to 2026-11-30
            pages 5-10                               | pages 5 - 10
            the 1990s and the 21st                   | the 1990s and the 21st
            see http://example.org/a?b=c.            | see http://example.org/a?b=c .
            write to m.kes@example.org!              | write to m.kes@example.org !
            read example.com, then                   | read example.com , then
            wait... what?!                           | wait ... what ?!
            ~He said: "No."~                         | ~He said : " No . "~
            ‘Yes’ (he said)                          | ‘ Yes ’ ( he said )
            AT&T and R&D                             | AT&T and R&D
            O'Brien of Qa'im                         | O'Brien of Qa'im
            J. R. Kestrel and A. Brannik             | J. R. Kestrel and A. Brannik
            That is plan B.                          | That is plan B .
            great :-) thanks                         | great :-) thanks
            either/or --- no                         | either / or --- no
            @ostland_news #ceasefire                 | @ostland_news #ceasefire
            ~"Kestrel"'s crew~                       | ~" Kestrel " 's crew~
            """)
    void cuts_as_the_treebanks_do(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
    }

    @Test
    void every_character_that_is_no_space_is_in_exactly_one_word() {
        String text = "The 😀 “U.S.” — can't\u00a0stop\u200b… O’Neill’s 1,2 [3,4] \ufeff#a @b *c* d_e x\u00ady.";
        int at = 0;
        for (Word w : Tokenizer.words(text, 0, text.length())) {
            assertThat(text.substring(at, w.start()).codePoints().allMatch(Tokenizer::isSpace))
                    .isTrue();
            assertThat(w.form()).isEqualTo(text.substring(w.start(), w.end())).isNotEmpty();
            at = w.end();
        }
        assertThat(text.substring(at).codePoints().allMatch(Tokenizer::isSpace)).isTrue();
    }

    @Test
    void text_made_to_be_slow_is_cut_in_good_time() {
        for (String unit : new String[] {"a.", "1,", "a-", "a'", ".", "(", "a@", "non-", "é", "1", "http://", "a&"}) {
            String text = unit.repeat(300_000);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Tokenizer.words(text, 0, text.length()), unit);
        }
    }
}
