package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> SMALL =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "trawl", "##er", "##s", "cafe", "-", "ost", "##land", "日");

    private static String pieces(String word) {
        WordPiece wordPiece = new WordPiece(SMALL, 8);
        return Arrays.stream(wordPiece.pieces(word)).mapToObj(SMALL::get).collect(Collectors.joining(" "));
    }

    @Test
    void the_longest_known_beginning_is_taken_again_and_again() {
        assertThat(pieces("trawlers")).isEqualTo("trawl ##er ##s");
        assertThat(pieces("Ostland")).isEqualTo("ost ##land");
    }

    @Test
    void case_and_accents_do_not_count() {
        assertThat(pieces("CAFÉ")).isEqualTo("cafe");
    }

    @Test
    void marks_and_chinese_characters_stand_alone() {
        assertThat(pieces("ost-land")).isEqualTo("ost - [UNK]");
        assertThat(pieces("日日")).isEqualTo("日 日");
    }

    @Test
    void every_word_has_a_piece_and_none_has_too_many() {
        assertThat(pieces("\u200b")).isEqualTo("[UNK]");
        assertThat(pieces("x")).isEqualTo("[UNK]");
        assertThat(pieces("-".repeat(20)).split(" ")).hasSize(8);
        assertThat(pieces("trawl".repeat(30))).isEqualTo("[UNK]");
    }

    /** The file was written by {@code python training/pieces.py model/vocab.txt}: word, shape, ids. */
    @Test
    void pieces_and_shapes_are_those_of_the_trainer() throws IOException {
        WordPiece wordPiece = new WordPiece(lines("/demarche/model/vocab.txt"), 8);
        List<String> rows = lines("/demarche/parse/pieces.tsv");
        assertThat(rows).hasSizeGreaterThan(200);
        for (String row : rows) {
            String[] columns = row.split("\t");
            String shape = Shape.of(columns[0]).name().toLowerCase(Locale.ROOT).replace('_', '-');
            String ids = Arrays.stream(wordPiece.pieces(columns[0]))
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" "));
            assertThat(shape + "\t" + ids).as(columns[0]).isEqualTo(columns[1] + "\t" + columns[2]);
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = WordPieceTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }
}
