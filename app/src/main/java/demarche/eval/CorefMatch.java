package demarche.eval;

import demarche.story.Party;
import demarche.story.Reading;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a reading's parties beside gold entities. A reading marks the name or the noun of a mention, gold the whole phrase: a
 * mention of ours is the shortest gold one whose head word it covers, or that has the same words.
 */
public final class CorefMatch {
    private final Set<String> types;
    private final boolean singletons;

    /**
     * @param types kinds of entity that count ("person"); our mentions of other gold entities are left out
     * @param singletons whether entities mentioned once count; the CoNLL shared tasks leave them out
     */
    public CorefMatch(Set<String> types, boolean singletons) {
        this.types = Set.copyOf(types);
        this.singletons = singletons;
    }

    /** Adds one document to the score. */
    public void add(CorefScore score, EntityFile.Document gold, Reading reading) {
        Map<String, Set<Span>> wanted = new LinkedHashMap<>();
        for (EntityFile.Mention m : gold.mentions()) {
            if (types.contains(m.type())) {
                wanted.computeIfAbsent(m.entity(), k -> new LinkedHashSet<>()).add(m.span());
            }
        }
        List<Set<Span>> coded = new ArrayList<>();
        Set<Span> taken = new HashSet<>();
        for (Party party : reading.parties()) {
            Set<Span> entity = new LinkedHashSet<>();
            for (Party.Mention m : party.mentions()) {
                Span span = new Span(m.start(), m.end(), m.in());
                EntityFile.Mention match = match(gold, span);
                Span stands = match == null ? span : match.span();
                boolean counts = span.in() == null && (match == null || types.contains(match.type()));
                if (counts && taken.add(stands)) {
                    entity.add(stands);
                }
            }
            coded.add(entity);
        }
        score.add(kept(disjoint(wanted)), kept(coded));
    }

    /** Gold spans annotated twice stay with the first entity. */
    private static List<Set<Span>> disjoint(Map<String, Set<Span>> entities) {
        Map<Span, String> owner = new HashMap<>();
        List<Set<Span>> out = new ArrayList<>();
        entities.forEach((id, spans) -> {
            Set<Span> own = new LinkedHashSet<>(spans);
            own.removeIf(s -> !id.equals(owner.computeIfAbsent(s, k -> id)));
            out.add(own);
        });
        return out;
    }

    private List<Set<Span>> kept(List<Set<Span>> entities) {
        return entities.stream().filter(e -> e.size() > (singletons ? 0 : 1)).toList();
    }

    private static EntityFile.@Nullable Mention match(EntityFile.Document gold, Span span) {
        EntityFile.Mention best = null;
        for (EntityFile.Mention m : gold.mentions()) {
            boolean same =
                    m.span().equals(span) || span.covers(m.head()) && m.span().covers(span);
            if (same && (best == null || m.span().length() < best.span().length())) {
                best = m;
            }
        }
        return best;
    }
}
