package demarche.resolve;

import demarche.resolve.DateValue.Direction;
import demarche.story.StoryDate.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which news writes dates, most telling first, each with the value it has on the day the story came out. */
final class DatePatterns {
    private static final String MONTH = "(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May"
            + "|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?"
            + "|Dec(?:ember|\\.)?)(?![\\p{L}])";
    private static final String DAY = "(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\p{L}\\d]|[.,:]\\d)";
    private static final String YEAR =
            "(?<year>1[5-9]\\d\\d|20\\d\\d)(?![\\p{L}\\d]|[.,:]\\d| ?(?:GMT|UTC|hours|hrs|EST|EDT|%))";
    private static final String UNIT = "(?<unit>weekend|week|fortnight|month|quarter|year|decade)";
    private static final String WEEKDAY =
            "(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)";
    private static final String ANY_WEEKDAY =
            "(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\\.?|Tues?\\.?|Wed\\.?|Thurs?\\.?|Fri\\.?|Sat\\.?|Sun\\.?) ?,? (?:the )?)?";
    private static final String PART_OF_DAY = "(?: (?:early )?(?:morning|afternoon|evening|night))?";
    private static final String RANGE = "(?: ?[-–] ?\\d{1,2}(?![\\d]))?";
    private static final String COUNT =
            "(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?few|several|some|many)";
    private static final List<String> COUNTS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> NEARBY = Map.of(
            "today", 0,
            "tonight", 0,
            "this morning", 0,
            "this afternoon", 0,
            "this evening", 0,
            "yesterday", -1,
            "last night", -1,
            "tomorrow", 1,
            "the day before yesterday", -2,
            "the day after tomorrow", 2);

    /** What the words of a date mean; null when they are no date after all. */
    private interface Meaning {
        @Nullable
        DateValue of(Matcher m, @Nullable LocalDate published, Direction direction);
    }

    /** What a line must hold for any of some forms to be in it: told at a glance, where a form takes a search. */
    enum Sign {
        DIGIT(Pattern.compile("\\d")),
        MONTH(Pattern.compile("[JFMASOND][aepuco][bcglnprtvy]")),
        UNIT(Pattern.compile(
                "(?i)day|week|month|quarter|year|decade|fortnight|night|tomorrow|morning|afternoon|evening"));

        private final Pattern pattern;

        Sign(Pattern pattern) {
            this.pattern = pattern;
        }

        /** The signs that a line holds. */
        static EnumSet<Sign> in(String line) {
            EnumSet<Sign> out = EnumSet.noneOf(Sign.class);
            for (Sign sign : values()) {
                if (sign.pattern.matcher(line).find()) {
                    out.add(sign);
                }
            }
            return out;
        }
    }

    /** One way to write a date. */
    record Form(Sign sign, Pattern pattern, Meaning meaning) {
        @Nullable
        DateValue value(Matcher m, @Nullable LocalDate published, Direction direction) {
            return meaning.of(m, published, direction);
        }
    }

    /** In the order in which they may take words of a sentence. */
    static final List<Form> FORMS = List.of(
            form(
                    Sign.DIGIT,
                    "\\b(?<year>\\d{4})-(?<mon>\\d\\d)-(?<day>\\d\\d)(?!\\d)",
                    (m, p, d) -> number(m, "mon") == 0
                            ? null
                            : DateValue.day(number(m, "year"), number(m, "mon"), number(m, "day"))),
            form(Sign.DIGIT, "\\b(?<one>\\d{1,2})/(?<two>\\d{1,2})/(?<year>\\d{4})(?!\\d)", (m, p, d) -> slashed(m)),
            form(
                    Sign.MONTH,
                    "\\b" + ANY_WEEKDAY + "\\b" + MONTH + " ?" + DAY + RANGE + " ?,? " + YEAR,
                    (m, p, d) -> DateValue.day(number(m, "year"), month(m), number(m, "day"))),
            form(
                    Sign.MONTH,
                    "\\b" + ANY_WEEKDAY + "\\b(?:\\d{1,2} ?[-–] ?)?" + DAY + " (?:of )?" + MONTH + " ?,? " + YEAR,
                    (m, p, d) -> DateValue.day(number(m, "year"), month(m), number(m, "day"))),
            form(
                    Sign.MONTH,
                    "\\b" + ANY_WEEKDAY + "\\b" + MONTH + " ?" + DAY + RANGE
                            + ",? (?:of )?(?<which>last|this|next) year\\b",
                    (m, p, d) -> p == null
                            ? DateValue.dayOfSomeYear(month(m), number(m, "day"), null, d)
                            : DateValue.day(p.getYear() + steps(m), month(m), number(m, "day"))),
            form(
                    Sign.MONTH,
                    "\\b" + ANY_WEEKDAY + "\\b" + MONTH + " ?" + DAY + RANGE,
                    (m, p, d) -> DateValue.dayOfSomeYear(month(m), number(m, "day"), p, d)),
            form(
                    Sign.MONTH,
                    "\\b" + ANY_WEEKDAY + "\\b(?:\\d{1,2} ?[-–] ?)?" + DAY + " (?:of )?" + MONTH,
                    (m, p, d) -> DateValue.dayOfSomeYear(month(m), number(m, "day"), p, d)),
            form(
                    Sign.MONTH,
                    "\\b(?:(?:early|late|mid)[ -])?" + MONTH + ",? (?:of )?" + YEAR,
                    (m, p, d) -> DateValue.month(number(m, "year"), month(m))),
            form(
                    Sign.MONTH,
                    "\\b" + MONTH + ",? (?:of )?(?<which>last|this|next) year\\b",
                    (m, p, d) -> monthOfYear(m, p)),
            form(Sign.MONTH, "\\b(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming) " + MONTH, (m, p, d) -> monthBySide(m, p)),
            form(
                    Sign.DIGIT,
                    "\\b(?:the )?(?<ord>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of| in)? (?:the year )?"
                            + YEAR,
                    (m, p, d) -> DateValue.quarter(number(m, "year"), ordinal(m))),
            form(
                    Sign.DIGIT,
                    "\\bQ(?<q>[1-4])(?: of)? " + YEAR,
                    (m, p, d) -> DateValue.quarter(number(m, "year"), number(m, "q"))),
            form(
                    Sign.DIGIT,
                    "\\b(?:the )?(?:(?:early|late|mid)[ -]?)?(?:the )?(?<decade>(?:19|20)\\d0)s\\b",
                    (m, p, d) -> DateValue.decade(number(m, "decade"))),
            form(
                    Sign.UNIT,
                    "(?i)\\b(?:earlier )?(?<near>the day (?:before yesterday|after tomorrow)|today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\\b",
                    (m, p, d) -> DateValue.unit("day", NEARBY.getOrDefault(lower(m, "near"), 0), p)),
            form(
                    Sign.UNIT,
                    "(?i)\\b(?:earlier|later|late|early) in the " + "(?<unit>day|week|month|quarter|year|decade)\\b",
                    (m, p, d) -> DateValue.unit(lower(m, "unit"), 0, p)),
            form(
                    Sign.UNIT,
                    "(?i)\\b(?:the )?(?:end|beginning|start|middle) of (?:the|this) (?<unit>day|week|month|quarter|year|decade)\\b",
                    (m, p, d) -> DateValue.unit(lower(m, "unit"), 0, p)),
            form(
                    Sign.UNIT,
                    "(?i)\\b(?:the )?(?:end|beginning|start|middle) of (?<which>next|last) " + UNIT + "\\b",
                    (m, p, d) -> DateValue.unit(lower(m, "unit"), steps(m), p)),
            form(
                    Sign.UNIT,
                    "\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming) (?:coming )?)?" + WEEKDAY + PART_OF_DAY,
                    (m, p, d) -> weekday(m, p, d)),
            form(
                    Sign.UNIT,
                    "(?i)\\b(?:(?:earlier|later|early|late) )?(?<which>last|this|next|the previous|the coming) " + UNIT
                            + "\\b(?!-)",
                    (m, p, d) -> DateValue.unit(lower(m, "unit"), steps(m), p)),
            form(
                    Sign.UNIT,
                    "(?i)\\b(?:about |nearly |almost |more than |over )?" + COUNT
                            + " (?<unit>day|week|month|year|decade)s? ago\\b",
                    (m, p, d) -> counted(m, p, -1)),
            form(
                    Sign.UNIT,
                    "(?i)\\b" + COUNT + " (?<unit>day|week|month|year)s? from now\\b",
                    (m, p, d) -> counted(m, p, 1)),
            form(
                    Sign.MONTH,
                    "(?i)(?<=\\b(?:in|since|by|until|till|from|during|through|before|after|of|around|late|early) |\\bmid-)(?-i:"
                            + MONTH + ")(?! ?[\\d])",
                    (m, p, d) -> named(m) ? DateValue.monthOfSomeYear(month(m), p, d, false) : null),
            form(
                    Sign.DIGIT,
                    "(?i)(?<=\\b(?:in|since|by|until|till|from|during|through|before|after|of|around|late|early|between|and|to) |\\bmid-|[-–])"
                            + YEAR + "(?!-)",
                    (m, p, d) -> DateValue.year(number(m, "year"))));

    private DatePatterns() {}

    private static Form form(Sign sign, String regex, Meaning meaning) {
        return new Form(sign, Pattern.compile(regex), meaning);
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    private static String lower(Matcher m, String group) {
        return m.group(group).toLowerCase(Locale.ROOT);
    }

    private static int month(Matcher m) {
        return MONTHS.indexOf(lower(m, "month").substring(0, 3)) + 1;
    }

    /** A lone abbreviation, "Mar" or "Jan", is as often a name. */
    private static boolean named(Matcher m) {
        String month = m.group("month");
        return month.length() > 4
                || month.equals("May")
                || month.equals("June")
                || month.equals("July")
                || month.endsWith(".");
    }

    private static int ordinal(Matcher m) {
        return switch (lower(m, "ord")) {
            case "first", "1st" -> 1;
            case "second", "2nd" -> 2;
            case "third", "3rd" -> 3;
            default -> 4;
        };
    }

    private static int steps(Matcher m) {
        return switch (lower(m, "which")) {
            case "last", "the previous" -> -1;
            case "next", "the coming", "coming" -> 1;
            default -> 0;
        };
    }

    /** "4/5/2024" is April in one country and May in another: no date. */
    private static @Nullable DateValue slashed(Matcher m) {
        int one = number(m, "one");
        int two = number(m, "two");
        if (one == two || one > 12) {
            return DateValue.day(number(m, "year"), two, one);
        }
        return two > 12 ? DateValue.day(number(m, "year"), one, two) : null;
    }

    private static DateValue monthOfYear(Matcher m, @Nullable LocalDate published) {
        return published == null
                ? DateValue.monthOfSomeYear(month(m), null, Direction.PAST, false)
                : DateValue.month(published.getYear() + steps(m), month(m));
    }

    private static DateValue monthBySide(Matcher m, @Nullable LocalDate published) {
        int steps = steps(m);
        return steps == 0
                ? monthOfYear(m, published)
                : DateValue.monthOfSomeYear(month(m), published, steps < 0 ? Direction.PAST : Direction.FUTURE, true);
    }

    private static DateValue weekday(Matcher m, @Nullable LocalDate published, Direction direction) {
        DayOfWeek day = DayOfWeek.valueOf(m.group("weekday").toUpperCase(Locale.ROOT));
        if (m.group("which") == null) {
            return DateValue.weekday(day, published, direction, false);
        }
        int steps = steps(m);
        return DateValue.weekday(
                day,
                published,
                steps < 0 || steps == 0 && direction == Direction.PAST ? Direction.PAST : Direction.FUTURE,
                steps != 0);
    }

    private static @Nullable DateValue counted(Matcher m, @Nullable LocalDate published, int sign) {
        String word = lower(m, "count");
        int count = word.equals("a") || word.equals("an") ? 1 : COUNTS.indexOf(word);
        if (Character.isDigit(word.charAt(0))) {
            count = Integer.parseInt(word);
        }
        return count < 0
                ? DateValue.unknown(Precision.UNKNOWN)
                : DateValue.unit(lower(m, "unit"), sign * count, published);
    }
}
