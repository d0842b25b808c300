package demarche.cli;

import demarche.code.Coded;
import demarche.code.Coder;
import demarche.code.Tried;
import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Story;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows how sentences were parsed and which rule matched at which word. */
final class Explanation {
    private final Parser parser;
    private final Coder coder;
    private final PrintWriter out;

    Explanation(EngineOptions options, PrintWriter out) {
        this.parser = options.parser();
        this.coder = new Coder(options.codebook());
        this.out = out;
    }

    void print(Story story) {
        Parse parse = parser.parse(story);
        Coded coded = coder.code(parse);
        for (Sentence sentence : parse.sentences()) {
            out.println();
            for (Token token : sentence.tokens()) {
                StringBuilder rules = new StringBuilder();
                coded.events().stream()
                        .filter(e -> at(e.trigger(), sentence, token))
                        .forEach(e -> rules.append("  <- ")
                                .append(e.rule())
                                .append(": ")
                                .append(e.type()));
                coded.positions().stream()
                        .filter(p -> at(p.trigger(), sentence, token))
                        .forEach(p -> rules.append("  <- ")
                                .append(p.rule())
                                .append(": ")
                                .append(p.stance()));
                out.printf(
                        "%4d  %-18s %-16s %-6s %-5s %4d  %-12s%s%n",
                        token.index(),
                        token.form(),
                        token.lemma(),
                        token.upos(),
                        token.xpos(),
                        token.head(),
                        token.relation(),
                        rules);
            }
        }
        tried(parse);
        out.println();
    }

    /** The rules whose words stand there and that coded nothing, each with where it stopped. */
    private void tried(Parse parse) {
        Collection<Tried> silent = nearest(coder.tried(parse));
        if (silent.isEmpty()) {
            return;
        }
        out.println();
        out.println("Rules with a word of it that coded nothing, and where each stopped:");
        for (Tried t : silent) {
            Token word = parse.sentences().get(t.at().sentence()).token(t.at().token());
            out.println("  " + word.form() + ": " + t.rule().name() + " ("
                    + t.rule().place() + "): " + t.stopped());
        }
    }

    /** Of each word and rule the predicate that came farthest; those of another word class only where nothing else is. */
    private static Collection<Tried> nearest(List<Tried> tried) {
        Map<String, Tried> out = new LinkedHashMap<>();
        for (Tried t : tried) {
            String key = t.at() + t.rule().name();
            Tried before = out.get(key);
            if (before == null || before.stopped() != null && (t.stopped() == null || rank(t) > rank(before))) {
                out.put(key, t);
            }
        }
        out.values().removeIf(t -> t.stopped() == null);
        boolean some = out.values().stream().anyMatch(t -> rank(t) > 0);
        out.values().removeIf(t -> some && rank(t) == 0);
        return out.values();
    }

    private static int rank(Tried t) {
        String stopped = String.valueOf(t.stopped());
        return stopped.startsWith("clause") || stopped.contains("here it is a")
                ? 0
                : stopped.startsWith("predicate") ? 1 : 2;
    }

    private static boolean at(demarche.code.Ref ref, Sentence sentence, Token token) {
        return ref.sentence() == sentence.index() && ref.token() == token.index();
    }
}
