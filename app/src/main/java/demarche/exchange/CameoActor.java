package demarche.exchange;

import demarche.story.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A party as CAMEO codes actors: country, known group and up to three types.
 *
 * <p>PLOVER's sectors are CAMEO's types but for a few: JRN is MED there, MED is HLH, SOC is CVL, PRM is UAF; REL, PRE and UNK
 * have none.
 */
record CameoActor(@Nullable String country, @Nullable String group, List<String> types) {
    private static final Set<String> SUPRANATIONAL = Set.of("IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC");

    static CameoActor of(@Nullable Party party) {
        if (party == null) {
            return new CameoActor(null, null, List.of());
        }
        List<String> types = new ArrayList<>();
        String code = party.country();
        String country = null;
        if (code != null && SUPRANATIONAL.contains(code)) {
            types.add(
                    switch (code) {
                        case "UNO", "EUR" -> "IGO";
                        case "ISM" -> "NGM";
                        default -> code;
                    });
            country = code.equals("EUR") ? "EUR" : null;
        } else if (code != null) {
            country = Codes.cameo(code);
        }
        String sector = type(party.sector());
        if (sector != null && !types.contains(sector)) {
            types.add(sector);
        }
        return new CameoActor(country, group(party), types);
    }

    private static @Nullable String group(Party party) {
        boolean organized = party.kind() == Party.Kind.ORGANIZATION || party.kind() == Party.Kind.GROUP;
        return organized ? Codes.group(party.name()) : null;
    }

    private static @Nullable String type(@Nullable String sector) {
        if (sector == null) {
            return null;
        }
        return switch (sector) {
            case "JRN" -> "MED";
            case "MED" -> "HLH";
            case "SOC" -> "CVL";
            case "PRM" -> "UAF";
            case "REL", "PRE", "UNK" -> null;
            default -> sector;
        };
    }

    /** Country, group and types in one word ("USAGOV"); null when nothing is known. */
    @Nullable
    String code() {
        StringBuilder out = new StringBuilder(country == null ? "" : country);
        if (group != null) {
            out.append(group);
        }
        types.forEach(out::append);
        return out.length() == 0 ? null : out.toString();
    }

    /** The nth type, from 0; null when there is none. */
    @Nullable
    String type(int n) {
        return n < types.size() ? types.get(n) : null;
    }

    /** Country, or what stands for one: known group, or the kind of organisation. */
    @Nullable
    String entity() {
        return country != null ? country : types.isEmpty() ? group : types.get(0);
    }

    /** The role: the last type that is not the entity itself. */
    @Nullable
    String role() {
        String last = types.isEmpty() ? null : types.get(types.size() - 1);
        return last == null || last.equals(entity()) ? null : last;
    }

    /** A party's name in capitals, as GDELT has it; null for no party. */
    static @Nullable String name(@Nullable Party party) {
        return party == null ? null : party.name().toUpperCase(Locale.ROOT);
    }
}
