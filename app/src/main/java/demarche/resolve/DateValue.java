package demarche.resolve;

import demarche.story.StoryDate.Precision;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An ISO 8601 value and how fine it is; null where the story does not let it be known. */
record DateValue(@Nullable String value, Precision precision) {
    /** Which way an incomplete date points from the day the story came out. */
    enum Direction {
        PAST,
        FUTURE
    }

    static DateValue unknown(Precision precision) {
        return new DateValue(null, precision);
    }

    static DateValue day(LocalDate day) {
        return new DateValue(day.toString(), Precision.DAY);
    }

    /** Null when the calendar has no such day. */
    static @Nullable DateValue day(int year, int month, int day) {
        try {
            return day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day of an unsaid year: the last such day up to {@code published}, or the first from it on. */
    static @Nullable DateValue dayOfSomeYear(int month, int day, @Nullable LocalDate published, Direction direction) {
        if (day > java.time.Month.of(month).maxLength()) {
            return null;
        }
        if (published == null) {
            return new DateValue(String.format(Locale.ROOT, "--%02d-%02d", month, day), Precision.DAY);
        }
        int step = direction == Direction.PAST ? -1 : 1;
        for (int i = 0; i <= 8; i++) {
            DateValue found = day(published.getYear() + step * i, month, day);
            if (found != null && found.value() != null) {
                int order = LocalDate.parse(found.value()).compareTo(published);
                if (direction == Direction.PAST ? order <= 0 : order >= 0) {
                    return found;
                }
            }
        }
        return null;
    }

    static DateValue weekday(DayOfWeek weekday, @Nullable LocalDate published, Direction direction, boolean strictly) {
        if (published == null) {
            return unknown(Precision.DAY);
        }
        return day(published.with(
                direction == Direction.PAST
                        ? strictly ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.previousOrSame(weekday)
                        : strictly ? TemporalAdjusters.next(weekday) : TemporalAdjusters.nextOrSame(weekday)));
    }

    static DateValue week(LocalDate inIt) {
        return new DateValue(
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        inIt.get(IsoFields.WEEK_BASED_YEAR),
                        inIt.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                Precision.WEEK);
    }

    static DateValue month(int year, int month) {
        return new DateValue(String.format(Locale.ROOT, "%04d-%02d", year, month), Precision.MONTH);
    }

    /** A month of an unsaid year, the month of {@code published} counting as past and as to come. */
    static DateValue monthOfSomeYear(int month, @Nullable LocalDate published, Direction direction, boolean strictly) {
        if (published == null) {
            return new DateValue(String.format(Locale.ROOT, "--%02d", month), Precision.MONTH);
        }
        int now = published.getMonthValue();
        int year = published.getYear();
        if (direction == Direction.PAST) {
            return month(strictly ? month >= now ? year - 1 : year : month > now ? year - 1 : year, month);
        }
        return month(strictly ? month <= now ? year + 1 : year : month < now ? year + 1 : year, month);
    }

    static DateValue quarter(int year, int quarter) {
        return new DateValue(year + "-Q" + quarter, Precision.QUARTER);
    }

    static DateValue year(int year) {
        return new DateValue(String.format(Locale.ROOT, "%04d", year), Precision.YEAR);
    }

    /** ISO 8601 writes a decade with three digits: "199" is 1990 to 1999. */
    static DateValue decade(int year) {
        return new DateValue(String.valueOf(year / 10), Precision.DECADE);
    }

    /** The day, week, month, quarter, year or decade that lies {@code steps} from the one of {@code published}. */
    static @Nullable DateValue unit(String unit, int steps, @Nullable LocalDate published) {
        Precision precision = precision(unit);
        if (published == null || precision == Precision.UNKNOWN) {
            return precision == Precision.UNKNOWN ? null : unknown(precision);
        }
        return switch (precision) {
            case DAY -> day(published.plusDays(steps));
            case WEEK -> week(published.plusWeeks(unit.startsWith("fortnight") ? 2L * steps : steps));
            case MONTH ->
                month(
                        published.plusMonths(steps).getYear(),
                        published.plusMonths(steps).getMonthValue());
            case QUARTER -> {
                LocalDate then = published.plusMonths(3L * steps);
                yield quarter(then.getYear(), then.get(IsoFields.QUARTER_OF_YEAR));
            }
            case YEAR -> year(published.getYear() + steps);
            case DECADE -> decade(published.getYear() + 10 * steps);
            case UNKNOWN -> null;
        };
    }

    static Precision precision(String unit) {
        return switch (unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit) {
            case "day" -> Precision.DAY;
            case "week", "weekend", "fortnight" -> Precision.WEEK;
            case "month" -> Precision.MONTH;
            case "quarter" -> Precision.QUARTER;
            case "year" -> Precision.YEAR;
            case "decade" -> Precision.DECADE;
            default -> Precision.UNKNOWN;
        };
    }
}
