package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds disputes: two sides that stand against each other over an issue. Issues that the same two sides contest in the same
 * stories, or under namings that share a rare word, are one dispute. Pure.
 */
final class Disputes {
    private static final int NEW_DAYS = 14;
    private static final int ACTIVE_DAYS = 30;
    private static final int NAMINGS = 5;
    /** A word that more of the contested issues bear than this does not join them. */
    private static final double COMMON = 0.04;

    /** A dispute with all its positions' ids. */
    record Dispute(
            String id,
            String name,
            String status,
            List<String> issues,
            List<String> sides,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int stories,
            int positions,
            double score) {}

    /** Two sides in the order of their names. */
    private record Pair(String a, String b) {
        static Pair of(String x, String y) {
            return x.compareTo(y) < 0 ? new Pair(x, y) : new Pair(y, x);
        }
    }

    /** An issue that two sides contest. */
    private record Contest(Pair pair, String issue, double score, Set<String> stories) {}

    private final Map<String, List<Held>> byIssue = new LinkedHashMap<>();
    private final Map<String, IssueLinker.Issue> issues = new HashMap<>();
    private final Map<String, String> names;
    private final Map<Pair, LocalDate> settled;
    private final @Nullable LocalDate newest;

    private Disputes(
            List<Held> positions,
            Collection<IssueLinker.Issue> issues,
            Map<String, String> names,
            List<Settling> deals) {
        this.names = names;
        issues.forEach(i -> this.issues.put(i.id(), i));
        LocalDate last = null;
        for (Held held : positions) {
            byIssue.computeIfAbsent(held.issue(), k -> new ArrayList<>()).add(held);
            LocalDate date = held.date();
            last = date != null && (last == null || date.isAfter(last)) ? date : last;
        }
        this.newest = last;
        this.settled = new HashMap<>();
        for (Settling deal : deals) {
            settled.merge(Pair.of(deal.one(), deal.other()), deal.date(), (x, y) -> x.isAfter(y) ? x : y);
        }
    }

    /** An agreement between two sides, as events tell it. */
    record Settling(String one, String other, LocalDate date) {}

    /**
     * All disputes, the busiest first.
     *
     * @param names of sides, for titles
     */
    static List<Dispute> find(
            List<Held> positions,
            Collection<IssueLinker.Issue> issues,
            Map<String, String> names,
            List<Settling> deals) {
        return new Disputes(positions, issues, names, deals).find();
    }

    private List<Dispute> find() {
        Map<Pair, List<Contest>> byPair =
                new TreeMap<>(Comparator.comparing(Pair::a).thenComparing(Pair::b));
        byIssue.forEach((issue, held) -> contests(issue, held)
                .forEach(c ->
                        byPair.computeIfAbsent(c.pair(), k -> new ArrayList<>()).add(c)));
        Set<String> common = commonWords(byPair.values());
        List<Dispute> out = new ArrayList<>();
        byPair.forEach((pair, contests) -> groups(contests, common).forEach(g -> dispute(pair, g, out)));
        out.sort(Comparator.comparingDouble((Dispute d) -> -d.score()).thenComparing(Dispute::id));
        return out;
    }

    /** How far each two sides stand against each other over one issue. */
    private static List<Contest> contests(String issue, List<Held> held) {
        Map<Pair, Double> score = new LinkedHashMap<>();
        Map<Pair, Set<String>> stories = new HashMap<>();
        for (Held h : held) {
            if (h.counterpart() != null && !h.counterpart().equals(h.side()) && Opposition.pointed(h.stance())) {
                note(score, stories, Pair.of(h.side(), h.counterpart()), 1, h);
            }
        }
        for (int i = 0; i < held.size(); i++) {
            for (int j = i + 1; j < Math.min(held.size(), i + 60); j++) {
                Held a = held.get(i);
                Held b = held.get(j);
                if (!a.side().equals(b.side()) && Opposition.between(a.stance(), b.stance())) {
                    note(score, stories, Pair.of(a.side(), b.side()), a.story().equals(b.story()) ? 2 : 1, a);
                    note(score, stories, Pair.of(a.side(), b.side()), 0, b);
                }
            }
        }
        List<Contest> out = new ArrayList<>();
        score.forEach((pair, s) -> out.add(new Contest(pair, issue, s, stories.getOrDefault(pair, Set.of()))));
        return out;
    }

    private static void note(
            Map<Pair, Double> score, Map<Pair, Set<String>> stories, Pair pair, double points, Held held) {
        score.merge(pair, points, Double::sum);
        stories.computeIfAbsent(pair, k -> new TreeSet<>()).add(held.story());
    }

    private Set<String> commonWords(Collection<List<Contest>> all) {
        Map<String, Integer> count = new HashMap<>();
        Set<String> seen = new HashSet<>();
        all.forEach(list -> list.forEach(c -> {
            if (seen.add(c.issue())) {
                wordsOf(c).forEach(w -> count.merge(w, 1, Integer::sum));
            }
        }));
        double limit = Math.max(3, COMMON * seen.size());
        Set<String> out = new HashSet<>();
        count.forEach((word, n) -> {
            if (n > limit) {
                out.add(word);
            }
        });
        return out;
    }

    private Set<String> wordsOf(Contest contest) {
        IssueLinker.Issue issue = issues.get(contest.issue());
        Set<String> out = new HashSet<>();
        if (issue != null) {
            issue.namings().stream().limit(NAMINGS).forEach(n -> out.addAll(IssueLinker.words(n)));
        }
        out.removeIf(IssueLinker::generic);
        return out;
    }

    /** Contests of one pair, joined where they share stories or a telling word. */
    private List<List<Contest>> groups(List<Contest> contests, Set<String> common) {
        List<List<Contest>> out = new ArrayList<>();
        for (Contest contest : contests) {
            List<Contest> mine = new ArrayList<>(List.of(contest));
            for (List<Contest> group : List.copyOf(out)) {
                if (group.stream().anyMatch(other -> joined(contest, other, common))) {
                    mine.addAll(0, group);
                    out.remove(group);
                }
            }
            out.add(mine);
        }
        return out;
    }

    private boolean joined(Contest a, Contest b, Set<String> common) {
        Set<String> words = wordsOf(a);
        words.retainAll(wordsOf(b));
        words.removeAll(common);
        if (!words.isEmpty()) {
            return true;
        }
        Set<String> stories = new HashSet<>(a.stories());
        stories.retainAll(b.stories());
        int fewer = Math.min(a.stories().size(), b.stories().size());
        return stories.size() >= 2 && stories.size() * 2 >= fewer;
    }

    private void dispute(Pair pair, List<Contest> contests, List<Dispute> out) {
        double score = contests.stream().mapToDouble(Contest::score).sum();
        Set<String> contested = new LinkedHashSet<>();
        contests.stream()
                .sorted(Comparator.comparingDouble((Contest c) -> -c.score()).thenComparing(Contest::issue))
                .forEach(c -> contested.add(c.issue()));
        List<Held> held = new ArrayList<>();
        for (String issue : contested) {
            held.addAll(byIssue.getOrDefault(issue, List.of()).stream()
                    .filter(h -> h.side().equals(pair.a()) || h.side().equals(pair.b()))
                    .toList());
        }
        Set<String> stories = new HashSet<>();
        held.forEach(h -> stories.add(h.story()));
        if (score < 2 || held.size() < 2) {
            return;
        }
        String main = contested.iterator().next();
        IssueLinker.Issue issue = issues.get(main);
        String title = (issue == null ? main : issue.name()) + ": " + names.getOrDefault(pair.a(), pair.a()) + " – "
                + names.getOrDefault(pair.b(), pair.b());
        LocalDate first = held.stream()
                .map(Held::date)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        LocalDate last = held.stream()
                .map(Held::date)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        out.add(new Dispute(
                pair.a() + "-" + pair.b() + "-" + earliest(contested),
                title,
                status(pair, held, first, last),
                List.copyOf(contested),
                List.of(pair.a(), pair.b()),
                first,
                last,
                stories.size(),
                held.size(),
                score * Math.sqrt(stories.size())));
    }

    /** The issue that came up first: it names the dispute in addresses, which so outlive later stories. */
    private String earliest(Set<String> contested) {
        return contested.stream()
                .min(Comparator.comparing(this::firstDay).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private LocalDate firstDay(String issue) {
        IssueLinker.Issue found = issues.get(issue);
        LocalDate first = found == null ? null : found.first();
        return first == null ? LocalDate.MAX : first;
    }

    private String status(Pair pair, List<Held> held, @Nullable LocalDate first, @Nullable LocalDate last) {
        LocalDate deal = settled.get(pair);
        if (first == null || last == null || newest == null) {
            return "active";
        }
        boolean accepted = held.stream().filter(h -> last.equals(h.date())).anyMatch(h -> "ACCEPTS".equals(h.stance()));
        boolean dealt = deal != null && !deal.isBefore(last) && deal.isBefore(last.plusDays(ACTIVE_DAYS));
        if (dealt || accepted && last.isBefore(newest.minusDays(NEW_DAYS))) {
            return "settled";
        }
        if (!first.isBefore(newest.minusDays(NEW_DAYS))) {
            return "new";
        }
        return last.isBefore(newest.minusDays(ACTIVE_DAYS)) ? "quiet" : "active";
    }
}
