package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSTBURG, March 3 - |Ostland said it regrets the loss.",
                "OSTBURG (AP) — |A spokesman said so.",
                "NEW OSTBURG (Reuters) - |Oil fell.",
                "OSTBURG—|President Berg is scaling back his goals.",
                "OSTBURG — |Sen. Anna Berg defended it.",
                "Ostburg (CNN) |Anna Berg won.",
                "OSTBURG, Ostland (AFP) -- |“We will,” she said.",
                "Ostburg, Sept. 4 – |Talks began.",
            })
    void endsWhereTheSentenceBegins(String marked) {
        String text = marked.replace("|", "");
        assertThat(Dateline.end(text, 0, text.length())).isEqualTo(marked.indexOf('|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ostland said it regrets the loss.",
                "BERG: What do you mean?",
                "NATO said so.",
                "NATO-led troops left.",
                "The United Nations (UN) said so.",
                "Berg - a friend of mine - left.",
                "On March 3 - a Monday - it rained.",
            })
    void isNotSeenWhereThereIsNone(String text) {
        assertThat(Dateline.end(text, 0, text.length())).isZero();
    }
}
