package demarche.ledger;

import demarche.story.Party;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ids that stay the same when the ledger is made again: from names and contents alone. */
final class Identity {
    private static final Set<String> NO_STATE = Set.of("IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM");
    private static final Set<String> FOR_THE_STATE = Set.of("GOV", "MIL", "LEG", "COP", "SPY", "JUD");

    /** Letters of a state's code. */
    static final int STATE = 3;

    private Identity() {}

    /** First 16 hexadecimal digits of the SHA-256 of the parts. */
    static String hash(@Nullable String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Letters and digits of a name, joined by hyphens, for ids in addresses. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() > 60 ? slug.substring(0, 60).replaceAll("-[^-]*$", "") : slug;
    }

    /**
     * A party's id: a state's code; else its name, with its country where that is known. No id but a state's has three
     * letters.
     */
    static String party(Party party) {
        String country = party.country();
        if (party.kind() == Party.Kind.STATE && country != null && !"PRE".equals(party.sector())) {
            return country.toLowerCase(Locale.ROOT);
        }
        String name = slug(party.name());
        String slug = name.length() == STATE ? name + "-" + party.kind().name().toLowerCase(Locale.ROOT) : name;
        return country == null ? slug : slug + "-" + country.toLowerCase(Locale.ROOT);
    }

    /**
     * On whose side a party speaks and acts: officials, ministries and forces of a state are the state; a spokesperson is
     * whom he or she speaks for; everybody else is a side of their own.
     */
    static String side(Party party, Map<String, Party> story) {
        Party at = party;
        for (int step = 0; step < 3 && at.speaksFor() != null; step++) {
            Party next = story.get(at.speaksFor());
            if (next == null) {
                break;
            }
            at = next;
        }
        String country = at.country();
        if (country == null) {
            return party(at);
        }
        boolean state = !NO_STATE.contains(country)
                && (at.kind() == Party.Kind.STATE && !"PRE".equals(at.sector())
                        || FOR_THE_STATE.contains(String.valueOf(at.sector())));
        return state ? country.toLowerCase(Locale.ROOT) : party(at);
    }
}
