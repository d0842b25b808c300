package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Span;
import demarche.story.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static List<Sentence> sentences(@Nullable String title, String text, Story.Boilerplate... boilerplate) {
        return Segmenter.sentences(new Story("s", title, text, null, null, null, null, List.of(boilerplate)));
    }

    @Test
    void a_title_of_its_own_comes_first_and_is_marked() {
        List<Sentence> out = sentences("Ostland rejects offer", "Ostland said no. Talks end.");
        assertThat(out)
                .extracting(Sentence::span)
                .containsExactly(new Span(0, 21, Span.TITLE), Span.of(0, 16), Span.of(17, 27));
        assertThat(out).extracting(Sentence::index).containsExactly(0, 1, 2);
    }

    @Test
    void a_title_that_opens_the_text_is_read_once() {
        assertThat(sentences("Ostland  rejects offer", "Ostland rejects offer\nOstland said no."))
                .extracting(Sentence::span)
                .containsExactly(Span.of(0, 21), Span.of(22, 38));
    }

    @Test
    void boilerplate_is_not_parsed() {
        String text = "Ostland said no. The post appeared first on Ostland Daily.";
        assertThat(sentences(null, text, new Story.Boilerplate(17, text.length(), "footer")))
                .extracting(Sentence::span)
                .containsExactly(Span.of(0, 16));
    }

    @Test
    void offsets_count_code_points() {
        List<Sentence> out = sentences(null, "😀😀 Ostland said no.");
        assertThat(out.get(0).tokens().get(1).form()).isEqualTo("😀");
        assertThat(out.get(0).tokens().get(2).span()).isEqualTo(Span.of(3, 10));
        assertThat(out.get(0).tokens().get(2).index()).isEqualTo(3);
    }
}
