package demarche.code;

import java.util.List;

/** What the code room finds in a story: arguments are phrases, not yet parties. */
public record Coded(List<CodedStatement> statements, List<CodedEvent> events, List<CodedPosition> positions) {
    public Coded {
        statements = List.copyOf(statements);
        events = List.copyOf(events);
        positions = List.copyOf(positions);
    }
}
