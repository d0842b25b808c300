package demarche.serve;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people read them. */
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Days() {}

    /** "4 Mar 2026"; "undated" when there is no day. */
    public static String of(@Nullable String iso) {
        return iso == null || iso.length() < 10
                ? "undated"
                : LocalDate.parse(iso.substring(0, 10)).format(DAY);
    }

    /** "4 Mar – 9 Apr 2026". */
    public static String span(@Nullable String first, @Nullable String last) {
        if (first == null || last == null || first.equals(last)) {
            return of(last == null ? first : last);
        }
        LocalDate a = LocalDate.parse(first);
        LocalDate b = LocalDate.parse(last);
        return (a.getYear() == b.getYear() ? a.format(SHORT) : a.format(DAY)) + " – " + b.format(DAY);
    }

    /** Days from one to the other. */
    static long between(LocalDate a, LocalDate b) {
        return ChronoUnit.DAYS.between(a, b);
    }
}
