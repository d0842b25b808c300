package demarche.ledger;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for sides that no story names as such: "usa" where only its officials speak. */
final class StateNames {
    private static final Map<String, String> NAMES = names();

    private StateNames() {}

    static String of(String side) {
        String code = code(side);
        return code == null ? side : NAMES.getOrDefault(code, side);
    }

    /** The state code in a side's id; null when it is no state's. */
    static @Nullable String code(String side) {
        return side.matches("[a-z]{3}") ? side.toUpperCase(Locale.ROOT) : null;
    }

    private static Map<String, String> names() {
        Map<String, String> out = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            Locale country = new Locale("", two);
            out.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
        }
        return Map.copyOf(out);
    }
}
