package demarche.eval;

import demarche.code.Codebook;
import demarche.code.Coder;
import demarche.code.Predicate;
import demarche.code.Rule;
import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.resolve.ReadingMaker;
import demarche.resolve.Register;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which rules and predicates the examples need: each is taken out, and its examples are coded again. */
public final class NeedCheck {
    private static final Reading.Engine NONE = new Reading.Engine("", "", "");

    /**
     * What the examples do not need.
     *
     * @param idle rules whose firing examples are coded as they say without them too
     * @param shadowed predicates whose examples are coded as they say without them too, by rule
     * @param untested predicates that no firing example of their rule has, by rule
     */
    public record Needless(List<Rule> idle, Map<Rule, List<Predicate>> shadowed, Map<Rule, List<Predicate>> untested) {}

    private final Codebook codebook;
    private final Parser parser;
    private final ReadingMaker maker;
    private final Needless needless = new Needless(new ArrayList<>(), new HashMap<>(), new HashMap<>());

    private NeedCheck(Codebook codebook, Parser parser, Register register) {
        this.codebook = codebook;
        this.parser = parser;
        this.maker = new ReadingMaker(register);
    }

    /** Takes out each rule and predicate in turn; {@code register} must know the invented states. */
    public static Needless run(Codebook codebook, Parser parser, Register register) {
        NeedCheck check = new NeedCheck(codebook, parser, register);
        codebook.rules().forEach(check::rule);
        return check.needless;
    }

    private void rule(Rule rule) {
        List<Rule.Example> firing =
                rule.examples().stream().filter(e -> !e.gives().isEmpty()).toList();
        List<Parse> parses = parser.parse(
                firing.stream().map(e -> ExampleCheck.story("e", e)).toList());
        if (!firing.isEmpty() && !missed(codebook.without(rule), rule, firing, parses)) {
            needless.idle().add(rule);
        }
        for (Predicate predicate : rule.predicates()) {
            List<Rule.Example> its = new ArrayList<>();
            List<Parse> read = new ArrayList<>();
            for (int i = 0; i < firing.size(); i++) {
                if (holds(parses.get(i), predicate)) {
                    its.add(firing.get(i));
                    read.add(parses.get(i));
                }
            }
            if (its.isEmpty() && !missed(codebook.without(rule, predicate), rule, firing, parses)) {
                needless.untested()
                        .computeIfAbsent(rule, k -> new ArrayList<>())
                        .add(predicate);
            } else if (!its.isEmpty() && !missed(codebook.without(rule, predicate), rule, its, read)) {
                needless.shadowed()
                        .computeIfAbsent(rule, k -> new ArrayList<>())
                        .add(predicate);
            }
        }
    }

    /** Whether a codebook leaves out something that the examples want. */
    private boolean missed(Codebook less, Rule rule, List<Rule.Example> examples, List<Parse> parses) {
        Coder coder = new Coder(less);
        for (int i = 0; i < examples.size(); i++) {
            Parse parse = parses.get(i);
            if (ExampleCheck.failure(rule, examples.get(i), maker.make(parse, coder.code(parse), NONE)) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of the example may be the predicate's; rare verbs are lemmatised by guess, so the form counts too. */
    private static boolean holds(Parse parse, Predicate predicate) {
        String lemma = predicate.lemma().toLowerCase(Locale.ROOT);
        String stem = lemma.length() > 4 ? lemma.substring(0, lemma.length() - 1) : lemma;
        for (Sentence sentence : parse.sentences()) {
            for (Token token : sentence.tokens()) {
                if (token.lemma().equalsIgnoreCase(lemma)
                        || token.form().toLowerCase(Locale.ROOT).startsWith(stem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
