package demarche.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What users ordered about issues: merges, renames, splits. They are kept, and applied after each derivation. */
final class Orders {
    /** One order: {@code merge} (from, into), {@code rename} (issue, name), {@code split} (issue, naming). */
    record Order(String what, List<String> arguments) {}

    private final List<Order> orders;

    private Orders(List<Order> orders) {
        this.orders = orders;
    }

    static Orders read(Connection connection) throws SQLException {
        List<Order> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT what, array_to_string(arguments, '|') FROM orders ORDER BY seq")) {
            while (r.next()) {
                out.add(new Order(r.getString(1), List.of(r.getString(2).split("\\|"))));
            }
        }
        return new Orders(out);
    }

    /** Issues as users ordered them; orders about issues that are not there any more change nothing. */
    IssueLinker.Linked applied(IssueLinker.Linked linked) {
        Map<String, IssueLinker.Issue> issues = new LinkedHashMap<>();
        linked.issues().forEach(i -> issues.put(i.id(), i));
        Map<String, String> byPosition = new LinkedHashMap<>(linked.byPosition());
        for (Order order : orders) {
            switch (order.what()) {
                case "merge" ->
                    merge(
                            issues,
                            byPosition,
                            order.arguments().get(0),
                            order.arguments().get(1));
                case "rename" ->
                    issues.computeIfPresent(
                            order.arguments().get(0),
                            (id, i) -> named(i, order.arguments().get(1)));
                default -> {}
            }
        }
        return new IssueLinker.Linked(List.copyOf(issues.values()), byPosition);
    }

    private static void merge(
            Map<String, IssueLinker.Issue> issues, Map<String, String> byPosition, String from, String into) {
        IssueLinker.Issue gone = issues.get(from);
        IssueLinker.Issue kept = issues.get(into);
        if (gone == null || kept == null || from.equals(into)) {
            return;
        }
        issues.remove(from);
        byPosition.replaceAll((position, issue) -> issue.equals(from) ? into : issue);
        List<String> namings = new ArrayList<>(kept.namings());
        gone.namings().stream().filter(n -> !namings.contains(n)).forEach(namings::add);
        issues.put(
                into,
                new IssueLinker.Issue(
                        into,
                        kept.name(),
                        kept.kind(),
                        namings,
                        kept.stories() + gone.stories(),
                        earlier(kept.first(), gone.first()),
                        later(kept.last(), gone.last())));
    }

    private static java.time.@org.jspecify.annotations.Nullable LocalDate earlier(
            java.time.@org.jspecify.annotations.Nullable LocalDate a,
            java.time.@org.jspecify.annotations.Nullable LocalDate b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }

    private static java.time.@org.jspecify.annotations.Nullable LocalDate later(
            java.time.@org.jspecify.annotations.Nullable LocalDate a,
            java.time.@org.jspecify.annotations.Nullable LocalDate b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private static IssueLinker.Issue named(IssueLinker.Issue i, String name) {
        return new IssueLinker.Issue(i.id(), name, i.kind(), i.namings(), i.stories(), i.first(), i.last());
    }
}
