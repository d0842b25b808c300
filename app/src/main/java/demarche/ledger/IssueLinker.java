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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Links what stories call the things contested into issues: by the words of the naming weighted by how rare they are, by
 * the sides that hold positions on it, by what the stories are about, and by time. Namings are taken in order of date, so the same ledger gives the same
 * issues.
 */
final class IssueLinker {
    private static final double ENOUGH = 0.75;
    /** Stories less alike than this (cosine) hardly speak of one thing; a third of it will do under one telling name. */
    private static final double APART = 0.15;
    /** Stories as alike as this speak of one thing, where they call it alike. */
    private static final double NEAR = 0.3;
    /** How alike stories are taken to be when it is not known what they are about. */
    private static final double UNKNOWN = 0.2;

    private static final double NEARNESS = 0.8;
    private static final int MONTH = 31;
    private static final int LONG = 240;
    private static final int COMMON = 20;

    private static final Set<String> STOP = Set.copyOf(ResourceLines.read("little-words.txt"));
    /** Words that name a thing only together with others. */
    private static final Set<String> GENERIC = Set.copyOf(ResourceLines.read("general-words.txt"));

    /** What one position calls its issue, and when and between whom. */
    record Naming(
            String position,
            String story,
            @Nullable LocalDate date,
            String side,
            @Nullable String counterpart,
            String text,
            @Nullable String kind) {}

    /** An issue across stories. */
    record Issue(
            String id,
            String name,
            String kind,
            List<String> namings,
            int stories,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {

        Issue named(String newName) {
            return new Issue(id, newName, kind, namings, stories, first, last);
        }

        /** The same issue with the namings, stories and dates of these namings. */
        Issue counted(List<Naming> all) {
            Map<String, Long> byText = all.stream()
                    .collect(Collectors.groupingBy(Naming::text, LinkedHashMap::new, Collectors.counting()));
            List<LocalDate> days = all.stream()
                    .map(Naming::date)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            return new Issue(
                    id,
                    name,
                    all.get(0).kind() == null || !"other".equals(kind)
                            ? kind
                            : all.get(0).kind(),
                    byText.keySet().stream()
                            .sorted(Comparator.comparingLong(t -> -byText.getOrDefault(t, 0L)))
                            .toList(),
                    (int) all.stream().map(Naming::story).distinct().count(),
                    days.isEmpty() ? null : days.get(0),
                    days.isEmpty() ? null : days.get(days.size() - 1));
        }
    }

    /** Issues, and which one each position is about. */
    record Linked(List<Issue> issues, Map<String, String> byPosition) {}

    private static final class Draft {
        final String id;
        final Map<String, Integer> words = new HashMap<>();
        final Map<String, Integer> names = new LinkedHashMap<>();
        final Map<String, Integer> kinds = new TreeMap<>();
        final Set<String> sides = new HashSet<>();
        final Set<String> stories = new LinkedHashSet<>();
        final List<String> positions = new ArrayList<>();
        final Map<String, Double> about = new HashMap<>();
        /** Sides that its stories speak of. */
        final Set<String> present = new HashSet<>();

        @Nullable
        LocalDate first;

        @Nullable
        LocalDate last;

        private double length;

        Draft(String id) {
            this.id = id;
        }

        /** Of what its stories are about. */
        double length() {
            if (length == 0) {
                double square = 0;
                for (double w : about.values()) {
                    square += w * w;
                }
                length = Math.sqrt(square);
            }
            return length;
        }
    }

    private final Map<String, Disputes.Topic> topics;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<String, List<Draft>> byWord = new HashMap<>();
    private final Map<String, List<Draft>> byStory = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private int total;
    /** A word of more namings than this tells an issue only between the same sides. */
    private int common;

    private IssueLinker(Map<String, Disputes.Topic> topics) {
        this.topics = topics;
    }

    /**
     * Links namings that are sorted by date and position.
     *
     * @param topics what stories are about
     */
    static Linked link(List<Naming> namings, Map<String, Disputes.Topic> topics) {
        IssueLinker linker = new IssueLinker(topics);
        for (Naming n : namings) {
            linker.total++;
            words(n.text()).forEach(w -> linker.frequency.merge(w, 1, Integer::sum));
        }
        linker.common = Math.max(COMMON, linker.total / 400);
        namings.forEach(linker::add);
        return linker.linked();
    }

    /** The words of a naming that tell it from others: lower case, singular, without function words. */
    static Set<String> words(String text) {
        return new LinkedHashSet<>(wordList(text));
    }

    /** The same as often as they stand there. */
    static List<String> wordList(String text) {
        List<String> out = new ArrayList<>();
        String small = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int at = 0; at < small.length(); ) {
            int letter = small.codePointAt(at);
            if (wordy(letter)) {
                start = start < 0 ? at : start;
            } else if (start >= 0) {
                add(out, small, start, at);
                start = -1;
            }
            at += Character.charCount(letter);
        }
        if (start >= 0) {
            add(out, small, start, small.length());
        }
        return out;
    }

    /** Whether a character is part of a word: a letter or a number of any script. */
    static boolean wordy(int letter) {
        if (letter < 128) {
            return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
        }
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static void add(List<String> out, String small, int start, int end) {
        boolean plural = end - start > 4 && small.charAt(end - 1) == 's' && small.charAt(end - 2) != 's';
        int last = plural ? end - 1 : end;
        if (last - start > 1) {
            String word = small.substring(start, last);
            if (!STOP.contains(word)) {
                out.add(word);
            }
        }
    }

    /** Whether a word names a thing only together with others; so do numbers. */
    static boolean generic(String word) {
        return GENERIC.contains(word) || Character.isDigit(word.codePointAt(0));
    }

    private double weight(String word) {
        double rare = Math.log((1.0 + total) / frequency.getOrDefault(word, 1));
        return generic(word) ? Math.min(0.5, rare) : rare;
    }

    private void add(Naming n) {
        Set<String> words = words(n.text());
        Draft best = null;
        double most = ENOUGH;
        Set<Draft> candidates = new LinkedHashSet<>(byStory.getOrDefault(n.story(), List.of()));
        words.forEach(w -> candidates.addAll(byWord.getOrDefault(w, List.of())));
        for (Draft draft : candidates) {
            double score = score(n, words, draft);
            if (score >= most) {
                most = score;
                best = draft;
            }
        }
        if (best == null) {
            best = new Draft(
                    Identity.slug(n.text()) + "-" + Identity.hash(n.position()).substring(0, 6));
            drafts.add(best);
        }
        put(best, n, words);
    }

    private double score(Naming n, Set<String> words, Draft draft) {
        double shared = 0;
        double all = 0;
        boolean telling = false;
        for (String word : words) {
            double weight = weight(word);
            all += weight;
            if (draft.words.getOrDefault(word, 0) * 3 >= draft.positions.size()) {
                shared += weight;
                telling |= !generic(word) && frequency.getOrDefault(word, 0) <= common;
            }
        }
        double core = 0;
        for (Map.Entry<String, Integer> word : draft.words.entrySet()) {
            core += word.getValue() * 2 >= draft.positions.size() ? weight(word.getKey()) : 0;
        }
        all = core > 0 ? Math.min(all, Math.max(core, shared)) : all;
        boolean sameName = draft.names.containsKey(key(n.text()));
        int sides = (draft.sides.contains(n.side()) ? 1 : 0)
                + (n.counterpart() != null && draft.sides.contains(n.counterpart()) ? 1 : 0);
        boolean sameStory = draft.stories.contains(n.story());
        long gap = gap(n.date(), draft);
        if (all == 0 || shared == 0) {
            return 0;
        }
        double like = sameStory ? 0 : like(n.story(), draft);
        boolean near = like >= NEAR;
        if (!sameStory && like < (sameName && telling && words.size() > 1 ? APART / 3 : APART)
                || !telling && !near && (!sameName || sides < 2 && !sameStory || gap > MONTH)) {
            return 0;
        }
        boolean present = near && (sides > 0 || draft.present.contains(n.side()));
        if (!sameStory && !present && (sides == 0 || sides < 2 && words.size() < 2)) {
            return 0;
        }
        return shared / all
                + 0.1 * sides
                + (sameStory ? 0.2 : near ? like * NEARNESS : 0)
                - (gap > LONG ? 0.2 : 0)
                - (telling ? 0 : 0.1);
    }

    /** How much a story is about the same as the stories of an issue. */
    private double like(String story, Draft draft) {
        Disputes.Topic topic = topics.get(story);
        if (topic == null || topic.vector().isEmpty() || draft.about.isEmpty()) {
            return UNKNOWN;
        }
        return TopicVectors.cosine(topic.vector(), draft.about) / draft.length();
    }

    private static long gap(@Nullable LocalDate date, Draft draft) {
        LocalDate last = draft.last;
        return date == null || last == null ? 0 : Math.abs(date.toEpochDay() - last.toEpochDay());
    }

    private static String key(String name) {
        return String.join(" ", words(name));
    }

    private void put(Draft draft, Naming n, Set<String> words) {
        for (String word : words) {
            if (draft.words.merge(word, 1, Integer::sum) == 1) {
                byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(draft);
            }
        }
        draft.names.merge(key(n.text()), 1, Integer::sum);
        draft.names.putIfAbsent("=" + n.text(), 0);
        draft.names.merge("=" + n.text(), 1, Integer::sum);
        draft.kinds.merge(n.kind() == null ? "other" : n.kind(), 1, Integer::sum);
        draft.sides.add(n.side());
        if (n.counterpart() != null) {
            draft.sides.add(n.counterpart());
        }
        if (draft.stories.add(n.story())) {
            byStory.computeIfAbsent(n.story(), k -> new ArrayList<>()).add(draft);
            Disputes.Topic topic = topics.get(n.story());
            if (topic != null) {
                draft.length = 0;
                topic.vector().forEach((word, w) -> draft.about.merge(word, w, Double::sum));
                draft.present.addAll(topic.sides());
            }
        }
        draft.positions.add(n.position());
        LocalDate date = n.date();
        if (date != null) {
            draft.first = draft.first == null || date.isBefore(draft.first) ? date : draft.first;
            draft.last = draft.last == null || date.isAfter(draft.last) ? date : draft.last;
        }
    }

    private Linked linked() {
        Map<String, String> byPosition = new LinkedHashMap<>();
        List<Issue> issues = new ArrayList<>();
        for (Draft d : drafts) {
            d.positions.forEach(p -> byPosition.put(p, d.id));
            issues.add(new Issue(d.id, name(d), most(d.kinds), namings(d), d.stories.size(), d.first, d.last));
        }
        return new Linked(issues, byPosition);
    }

    private static List<String> namings(Draft d) {
        return d.names.entrySet().stream()
                .filter(e -> e.getKey().startsWith("="))
                .sorted((a, b) -> b.getValue() - a.getValue())
                .map(e -> e.getKey().substring(1))
                .toList();
    }

    /** The most used naming; of those used alike often the one with more words, up to four, that reads like a name. */
    private static String name(Draft d) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Integer> e : d.names.entrySet()) {
            if (e.getKey().startsWith("=")) {
                String text = e.getKey().substring(1);
                double score = e.getValue() + IssueName.quality(text);
                if (score > most) {
                    most = score;
                    best = text;
                }
            }
        }
        return IssueName.of(best);
    }

    private static String most(Map<String, Integer> counts) {
        Collection<Map.Entry<String, Integer>> all = counts.entrySet();
        return all.stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("other");
    }
}
