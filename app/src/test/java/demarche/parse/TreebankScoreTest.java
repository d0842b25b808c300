package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import demarche.story.InputException;
import demarche.story.Story;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreebankScoreTest {
    private static final String GOLD = """
            # newdoc id = trawlers
            # newpar
            1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
            1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
            2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
            3\treturn\treturn\tVERB\tVB\t_\t0\troot\t_\t_
            4\ttrawlers\ttrawler\tNOUN\tNNS\t_\t3\tobj\t_\tSpaceAfter=No
            5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

            1\tWait\twait\tVERB\tVB\t_\t0\troot\t_\t_

            """;

    private static double f1(Map<String, TreebankScore.Figure> figures, String name) {
        return figures.get(name).f1();
    }

    @Test
    void gold_against_itself_is_all_right() {
        List<ConllU.Document> gold = ConllU.documents(GOLD, "gold");
        assertThat(TreebankScore.score(gold, gold).values()).allMatch(f -> f.f1() == 100);
    }

    @Test
    void text_is_rebuilt_and_words_have_their_places() {
        ConllU.Document d = ConllU.documents(GOLD, "gold").get(0);
        assertThat(d.id()).isEqualTo("trawlers");
        assertThat(d.text()).isEqualTo("Don't return trawlers. Wait");
        assertThat(d.sentences().get(0).token(2).span().start()).isEqualTo(2);
        assertThat(d.multiwords().get(0)).hasSize(1);
    }

    @Test
    void what_is_cut_otherwise_is_wrong_and_so_is_what_hangs_on_it() {
        String system = """
                # newdoc
                1\tDon't\tdo\tAUX\tVB\t_\t2\taux\t_\t_
                2\treturn\treturn\tVERB\tVB\t_\t0\troot\t_\t_
                3\ttrawlers\ttrawler\tNOUN\tNNS\t_\t2\tobl:unmarked\t_\tSpaceAfter=No
                4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
                5\tWait\twait\tNOUN\tNN\t_\t4\tdep\t_\t_

                """;
        Map<String, TreebankScore.Figure> f =
                TreebankScore.score(ConllU.documents(GOLD, "gold"), ConllU.documents(system, "system"));
        assertThat(f1(f, "Tokens")).isEqualTo(100);
        assertThat(f.get("Sentences")).isEqualTo(new TreebankScore.Figure(0, 1, 2));
        assertThat(f.get("Words")).isEqualTo(new TreebankScore.Figure(4, 5, 6));
        assertThat(f.get("UPOS").right()).isEqualTo(3);
        assertThat(f.get("UAS").right()).isEqualTo(3);
        assertThat(f.get("LAS").right()).isEqualTo(2);
        assertThat(f1(f, "Words")).isCloseTo(72.73, within(0.01));
    }

    @Test
    void other_text_is_refused() {
        assertThatThrownBy(() -> TreebankScore.score(
                        ConllU.documents(GOLD, "gold"), ConllU.documents(GOLD.replace("Wait", "Stop"), "system")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("texts differ");
    }

    @Test
    void a_row_of_nine_columns_is_named_by_its_line() {
        assertThatThrownBy(() -> ConllU.documents("# newdoc\n1\tA\ta\n", "broken.conllu"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("broken.conllu:2: 3 columns");
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        ConllU.Document d = ConllU.documents(GOLD, "gold").get(0);
        Story story = new Story(d.id(), null, d.text(), null, null, null, null, List.of());
        StringBuilder out = new StringBuilder();
        ConllU.write(new Parse(story, d.sentences(), List.of()), out);
        assertThat(ConllU.documents(out.toString(), "out")).containsExactly(d);
    }
}
