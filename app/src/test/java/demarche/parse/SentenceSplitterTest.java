package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private static List<String> sentences(String text) {
        return SentenceSplitter.sentences(text, 0, text.length()).stream()
                .map(words -> text.substring(
                        words.get(0).start(), words.get(words.size() - 1).end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Brannik left.|He did not return.",
                "\"We will not sign,\" she said.|\"Never.\"|Then she left.",
                "“Who pays?” asked Brannik.|“Nobody.”",
                "Troops left the U.S. on Monday.|The U.S. army stayed.",
                "It sold arms to the U.S.|The minister denied it.",
                "Brannik Inc. sued Halvorsen Corp. and won.",
                "They met at 5 p.m. Monday.|Talks failed.",
                "The price rose 1.5 percent.|In May it fell.",
                "Why?|Nobody knows!|Really.",
                "He waited ... and waited.",
                "(He was late.)|Talks went on.",
                "\"It is not true.\"|He said Ostland would pay.",
                "“Why?”|She answered nothing.",
                "“Why?” Brannik asked.|Nobody knew.",
                "''We go,'' he said.|''Never again.''",
                "\"I would . . . do it again,\" she said.|He waited . . .|Then he left.",
                "Sens. Brannik and Kestrel left the U.S. “for good” on Monday.",
                "The S.&P. 500 fell.|The Mich. primary was held.",
                "OSTSTADT, Nov. 24 (AP) —|Ostland's army withdrew.|It took a day.",
                "Maj.-Gen. Halvorsen met Brig. Gen. A. Kestrel Jr. on Tuesday.",
                "J. R. Kestrel agreed.|A. Brannik did not."
            })
    void ends_where_a_reader_would_end_it(String marked) {
        assertThat(sentences(marked.replace('|', ' '))).containsExactly(marked.split("\\|"));
    }

    @Test
    void line_breaks_end_headlines_and_paragraphs() {
        assertThat(sentences("Ostland rejects offer\nOstland rejected the offer.\n\nTalks end"))
                .containsExactly("Ostland rejects offer", "Ostland rejected the offer.", "Talks end");
    }

    @Test
    void line_breaks_of_a_wrapped_column_do_not() {
        String column =
                "The foreign minister of Ostland said on Monday\nthat her government would not return the trawlers\n"
                        + "which the navy of Westmark claims, and asked for\nnew talks. Westmark did not answer.\n   A second paragraph.";
        assertThat(sentences(column)).hasSize(3).last().isEqualTo("A second paragraph.");
    }

    @Test
    void a_sentence_of_five_thousand_words_is_cut_into_windows() {
        String text = "word ".repeat(5000);
        List<List<Word>> cut = SentenceSplitter.sentences(text, 0, text.length());
        assertThat(cut).allMatch(s -> s.size() <= SentenceSplitter.MOST_WORDS);
        assertThat(cut.stream().mapToInt(List::size).sum()).isEqualTo(5000);
    }

    @Test
    void blank_text_has_no_sentences() {
        assertThat(sentences(" \n\t \u200b\n")).isEmpty();
        assertThat(sentences("")).isEmpty();
    }

    @Test
    void a_closing_mark_stays_with_its_sentence() {
        assertThat(sentences("He said: ‘No.’ Then he left.").stream().collect(Collectors.joining("|")))
                .isEqualTo("He said: ‘No.’|Then he left.");
    }
}
