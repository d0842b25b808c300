package demarche.ledger;

import demarche.ledger.IssueLinker.Issue;
import demarche.ledger.IssueLinker.Linked;
import demarche.ledger.IssueLinker.Naming;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What users ordered about issues: merges, splits, new names. Orders are kept, and applied after each derivation. */
final class Orders {
    /** One order: {@code merge} (from, into), {@code rename} (issue, name), {@code split} (issue, namings…). */
    record Order(String what, List<String> arguments) {}

    private final List<Order> orders;

    Orders(List<Order> orders) {
        this.orders = List.copyOf(orders);
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

    /** Names that users gave, by issue. */
    Map<String, String> names() {
        Map<String, String> out = new HashMap<>();
        orders.stream()
                .filter(o -> o.what().equals("rename"))
                .forEach(o -> out.put(o.arguments().get(0), o.arguments().get(1)));
        return out;
    }

    /**
     * Issues as users ordered them; orders about issues that are not there any more change nothing.
     *
     * @param namings those that were linked
     */
    Linked applied(Linked linked, List<Naming> namings) {
        if (orders.isEmpty()) {
            return linked;
        }
        Map<String, Issue> issues = new LinkedHashMap<>();
        linked.issues().forEach(i -> issues.put(i.id(), i));
        Map<String, String> byPosition = new LinkedHashMap<>(linked.byPosition());
        for (Order order : orders) {
            String issue = order.arguments().get(0);
            List<String> rest = order.arguments().subList(1, order.arguments().size());
            if (issues.containsKey(issue)) {
                switch (order.what()) {
                    case "merge" -> merge(issues, byPosition, issue, rest.get(0));
                    case "split" -> split(issues, byPosition, namings, issue, rest);
                    default -> issues.computeIfPresent(issue, (id, i) -> i.named(rest.get(0)));
                }
            }
        }
        return counted(issues, byPosition, namings);
    }

    private static void merge(Map<String, Issue> issues, Map<String, String> byPosition, String from, String into) {
        if (issues.containsKey(into) && !from.equals(into)) {
            issues.remove(from);
            byPosition.replaceAll((position, issue) -> issue.equals(from) ? into : issue);
        }
    }

    /** The id of the issue that a split makes. */
    static String splitId(String issue, String naming) {
        return Identity.slug(naming) + "-" + Identity.hash(issue, naming).substring(0, 6);
    }

    private static void split(
            Map<String, Issue> issues,
            Map<String, String> byPosition,
            List<Naming> namings,
            String issue,
            List<String> out) {
        Set<String> lower = out.stream().map(String::toLowerCase).collect(Collectors.toSet());
        String id = splitId(issue, out.get(0));
        for (Naming n : namings) {
            boolean goes = issue.equals(byPosition.get(n.position()))
                    && lower.contains(n.text().replace('|', '/').toLowerCase(java.util.Locale.ROOT));
            if (goes) {
                byPosition.put(n.position(), id);
                issues.putIfAbsent(id, new Issue(id, n.text(), "other", List.of(), 0, null, null));
            }
        }
    }

    /** Namings, stories and dates of issues counted again; issues that lost all their namings are gone. */
    private static Linked counted(Map<String, Issue> issues, Map<String, String> byPosition, List<Naming> namings) {
        Map<String, List<Naming>> byIssue = new HashMap<>();
        for (Naming n : namings) {
            String issue = byPosition.get(n.position());
            if (issue != null) {
                byIssue.computeIfAbsent(issue, k -> new ArrayList<>()).add(n);
            }
        }
        List<Issue> out = new ArrayList<>();
        issues.values().forEach(i -> {
            List<Naming> mine = byIssue.getOrDefault(i.id(), List.of());
            if (!mine.isEmpty()) {
                out.add(i.counted(mine));
            }
        });
        return new Linked(out, byPosition);
    }
}
