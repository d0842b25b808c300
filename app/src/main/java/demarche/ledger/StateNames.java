package demarche.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names for sides that no story names as such: "usa" where only its officials speak. */
final class StateNames {
    private StateNames() {}

    static String of(String side) {
        String code = code(side);
        return code == null ? side : alpha2(code, side);
    }

    /** The state code in a side's id; null when it is no state's. */
    static @Nullable String code(String side) {
        return side.matches("[a-z]{3}") ? side.toUpperCase(Locale.ROOT) : null;
    }

    private static String alpha2(String code, String otherwise) {
        for (String two : Locale.getISOCountries()) {
            Locale country = new Locale("", two);
            if (country.getISO3Country().equals(code)) {
                return country.getDisplayCountry(Locale.ENGLISH);
            }
        }
        return otherwise;
    }
}
