package demarche.resolve;

import demarche.parse.ConllU;
import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.story.Story;
import java.util.List;
import java.util.stream.Collectors;

/** Trees written in tests: a row is "form lemma UPOS XPOS head relation", words numbered from one. */
final class Rows {
    private Rows() {}

    static Sentence sentence(String rows) {
        return parse(rows).sentences().get(0);
    }

    /** Sentences parted by an empty line. */
    static Parse parse(String rows) {
        StringBuilder out = new StringBuilder();
        for (String block : rows.split("\n\n")) {
            int index = 0;
            for (String row : block.strip().split("\n")) {
                String[] c = row.strip().split(" +");
                out.append(String.join(
                        "\t",
                        String.valueOf(++index),
                        c[0],
                        c[1],
                        c[2],
                        c[3],
                        "_",
                        c[4],
                        c[5],
                        "_",
                        c.length > 6 ? "SpaceAfter=No" : "_"));
                out.append('\n');
            }
            out.append('\n');
        }
        ConllU.Document document = ConllU.documents(out.toString(), "test").get(0);
        Story story = new Story("t", null, document.text(), null, null, null, null, List.of());
        return new Parse(story, document.sentences(), List.of());
    }

    /** A sentence in which all words hang on the verb "met", or on "meet" after "will" when it stands there. */
    static Sentence flat(String text) {
        List<String> words = List.of(text.split(" "));
        int verb = words.indexOf("meet") >= 0 ? words.indexOf("meet") + 1 : words.indexOf("met") + 1;
        return sentence(words.stream()
                .map(w -> switch (w) {
                    case "met" -> "met meet VERB VBD 0 root";
                    case "meet" -> "meet meet VERB VB 0 root";
                    case "will" -> "will will AUX MD " + verb + " aux";
                    default -> w + " " + w.toLowerCase(java.util.Locale.ROOT) + " NOUN NN " + verb + " obl";
                })
                .collect(Collectors.joining("\n")));
    }
}
