package demarche.serve;

import demarche.code.Rule;
import demarche.story.EventType;
import demarche.story.Stance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules: what each says, its words, its examples, and how often it fired in this ledger. */
final class CodebookPage implements Page {
    /** A rule as people and programs read it; {@code codes} is the event type or stance. */
    record RuleRow(
            String rule,
            String codes,
            boolean stance,
            @Nullable String mode,
            @Nullable String cameo,
            String says,
            String source,
            List<String> words,
            List<Rule.Example> examples,
            long fired,
            String place) {}

    /** What the page shows. */
    record CodebookModel(
            String hash,
            long rules,
            @Nullable String q,
            @Nullable String codes,
            List<String> kinds,
            List<RuleRow> shown) {}

    @Override
    public String path() {
        return "/codebook";
    }

    @Override
    public Answer answer(Ask ask) {
        String q = ask.text("q");
        String codes = code(ask.text("codes"));
        Map<String, Long> fired = ask.reader().contents().fired();
        List<Rule> rules = ask.site().codebook().rules();
        List<RuleRow> shown = rules.stream()
                .map(r -> row(r, fired.getOrDefault(r.name(), 0L)))
                .filter(r -> codes == null || r.codes().equals(codes))
                .filter(r -> q == null || fits(r, q.toLowerCase(Locale.ROOT)))
                .toList();
        List<String> kinds =
                rules.stream().map(CodebookPage::codes).distinct().sorted().toList();
        CodebookModel model = new CodebookModel(ask.site().codebook().hash(), rules.size(), q, codes, kinds, shown);
        return Answer.of("codebook.jte", "Codebook", model).table(RuleRow.class, shown);
    }

    private static @Nullable String code(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        boolean known = Stream.concat(Stream.of(EventType.values()), Stream.of(Stance.values()))
                .anyMatch(c -> c.name().equals(upper));
        if (!known) {
            throw new demarche.story.InputException(
                    "codes=" + text + ": give an event type or a stance, such as threaten or refuses.");
        }
        return upper;
    }

    private static String codes(Rule rule) {
        return rule.event() != null
                ? rule.event().name()
                : Objects.requireNonNull(rule.stance()).name();
    }

    private static boolean fits(RuleRow r, String words) {
        String all = (r.rule() + " " + r.codes() + " " + r.mode() + " " + r.says() + " " + r.words())
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.split("\\s+")).allMatch(all::contains);
    }

    private static RuleRow row(Rule r, long fired) {
        return new RuleRow(
                r.name(),
                codes(r),
                r.event() == null,
                r.mode(),
                r.cameo(),
                r.says(),
                r.source(),
                r.predicates().stream().map(Object::toString).toList(),
                r.examples(),
                fired,
                r.place());
    }
}
