package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Sentence;
import java.util.ArrayList;
import java.util.List;

/** The code room's door: statements, then events and positions, from a parse. Pure and thread-safe. */
public final class Coder {
    private final Codebook codebook;
    private final StatementCoder statements;

    public Coder(Codebook codebook) {
        this.codebook = codebook;
        this.statements = new StatementCoder(codebook);
    }

    /** All that the codebook finds in a story. */
    public Coded code(Parse parse) {
        List<CodedStatement> said = statements.code(parse);
        List<CodedEvent> events = new ArrayList<>();
        List<CodedPosition> positions = new ArrayList<>();
        for (Sentence sentence : parse.sentences()) {
            SentenceCoder coder = new SentenceCoder(sentence, said, codebook);
            coder.code();
            events.addAll(coder.events());
            positions.addAll(coder.positions());
        }
        return new Coded(said, events, positions);
    }

    /** For explanations: every rule one of whose predicates stands in the story, and the first step at which it stopped. */
    public List<Tried> tried(Parse parse) {
        List<CodedStatement> said = statements.code(parse);
        List<Tried> out = new ArrayList<>();
        for (Sentence sentence : parse.sentences()) {
            SentenceCoder coder = new SentenceCoder(sentence, said, codebook);
            coder.code();
            out.addAll(coder.tried());
        }
        return out;
    }
}
