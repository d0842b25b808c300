package demarche.exchange;

import static demarche.exchange.Column.integer;
import static demarche.exchange.Column.real;
import static demarche.exchange.Column.text;
import static demarche.exchange.Column.unknown;

import demarche.story.Party;
import demarche.story.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The 61 columns of GDELT 2.0's event table (GDELT Event Codebook V2.0, 2015). */
final class GdeltTable {
    /** Whole numbers up to here are exact in every program that reads numbers as doubles. */
    private static final long EXACT = (1L << 53) - 1;

    private GdeltTable() {}

    static List<Column> columns() {
        List<Column> out = new ArrayList<>(List.of(
                integer(
                        "GLOBALEVENTID",
                        "A number made of the story's and the event's id; the same in each run.",
                        d -> id(d.id())),
                day("SQLDATE", "The day of the event, YYYYMMDD; that of the story when it gives none.", "yyyyMMdd"),
                day("MonthYear", "Its month, YYYYMM.", "yyyyMM"),
                day("Year", "Its year.", "yyyy"),
                real(
                        "FractionDate",
                        "Year and share of the year gone by: year + (month * 30 + day) / 365.",
                        GdeltTable::fraction)));
        out.addAll(actor("Actor1", "actor", Dyad::actor));
        out.addAll(actor("Actor2", "recipient", Dyad::recipient));
        out.addAll(List.of(
                integer(
                        "IsRootEvent",
                        "1 when the event stands in the title or the first sentence, else 0.",
                        GdeltTable::isRoot),
                text(
                        "EventCode",
                        "CAMEO code; the event type's general one when the rule gives none.",
                        d -> Codes.cameo(d.event())),
                text("EventBaseCode", "Its second level.", d -> Codes.base(Codes.cameo(d.event()))),
                text("EventRootCode", "Its first level.", d -> Codes.root(Codes.cameo(d.event()))),
                integer(
                        "QuadClass",
                        "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, by the CAMEO root.",
                        d -> Codes.quad(Codes.cameo(d.event()))),
                real(
                        "GoldsteinScale",
                        "Goldstein score of the CAMEO code.",
                        d -> Codes.goldstein(Codes.cameo(d.event()))),
                integer(
                        "NumMentions",
                        "How many articles tell the event: the story and its copies.",
                        d -> d.coverage().articles()),
                integer(
                        "NumSources",
                        "How many outlets do.",
                        d -> Math.max(1, d.coverage().outlets().size())),
                integer("NumArticles", "As NumMentions.", d -> d.coverage().articles()),
                unknown("AvgTone", "Demarche measures no tone.")));
        out.addAll(nowhere("Actor1Geo"));
        out.addAll(nowhere("Actor2Geo"));
        out.addAll(action());
        out.add(text(
                "DATEADDED",
                "When the story came out, YYYYMMDDHHMMSS (UTC; 000000 when only the day is known).",
                GdeltTable::added));
        out.add(text(
                "SOURCEURL",
                "The story's address; its id when it has none.",
                d -> d.story().url() == null ? d.story().id() : d.story().url()));
        return out;
    }

    private static Column day(String name, String meaning, String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return integer(name, meaning, d -> {
            LocalDate day = d.day();
            return day == null ? null : Long.valueOf(form.format(day));
        });
    }

    private static @Nullable Object fraction(Dyad d) {
        LocalDate day = d.day();
        return day == null
                ? null
                : Math.round((day.getYear() + (day.getMonthValue() * 30 + day.getDayOfMonth()) / 365.0) * 1e4) / 1e4;
    }

    private static List<Column> actor(String prefix, String who, Function<Dyad, @Nullable Party> party) {
        Function<Dyad, CameoActor> actor = d -> CameoActor.of(party.apply(d));
        return List.of(
                text(
                        prefix + "Code",
                        "CAMEO code of the " + who + ": country, known group and types in one word.",
                        d -> actor.apply(d).code()),
                text(prefix + "Name", "Name of the " + who + ", in capitals.", d -> CameoActor.name(party.apply(d))),
                text(
                        prefix + "CountryCode",
                        "CAMEO country code of the " + who + ".",
                        d -> actor.apply(d).country()),
                text(
                        prefix + "KnownGroupCode",
                        "CAMEO's code when the " + who + " is an organisation on its list (UNO, NAT, …).",
                        d -> actor.apply(d).group()),
                unknown(prefix + "EthnicCode", "not coded."),
                unknown(prefix + "Religion1Code", "not coded."),
                unknown(prefix + "Religion2Code", "not coded."),
                text(
                        prefix + "Type1Code",
                        "CAMEO type of the " + who
                                + ", from its PLOVER sector; IGO, NGO, IMG, MNC, NGM for bodies of no state.",
                        d -> actor.apply(d).type(0)),
                text(prefix + "Type2Code", "A second type.", d -> actor.apply(d).type(1)),
                text(prefix + "Type3Code", "A third type.", d -> actor.apply(d).type(2)));
    }

    private static List<Column> nowhere(String prefix) {
        return List.of(
                integer(
                        prefix + "_Type",
                        "Always 0: Demarche does not say where an actor is, only where the event was.",
                        d -> 0),
                unknown(prefix + "_FullName", "as " + prefix + "_Type says."),
                unknown(prefix + "_CountryCode", "likewise."),
                unknown(prefix + "_ADM1Code", "likewise."),
                unknown(prefix + "_ADM2Code", "likewise."),
                unknown(prefix + "_Lat", "likewise."),
                unknown(prefix + "_Long", "likewise."),
                unknown(prefix + "_FeatureID", "likewise."));
    }

    private static List<Column> action() {
        return List.of(
                integer(
                        "ActionGeo_Type",
                        "0 unknown, 1 country, 2 US state, 3 US town, 4 town elsewhere, 5 region elsewhere.",
                        d -> geoType(d.event().place())),
                text(
                        "ActionGeo_FullName",
                        "The place of the event, as the story names it.",
                        d -> place(d, Place::name)),
                text("ActionGeo_CountryCode", "Its country, FIPS 10-4.", d -> place(d, p -> Codes.fips(p.country()))),
                text(
                        "ActionGeo_ADM1Code",
                        "FIPS 10-4 country and GeoNames code of its first-level region; of a country the country alone.",
                        d -> place(d, GdeltTable::adm1)),
                unknown("ActionGeo_ADM2Code", "not kept."),
                real("ActionGeo_Lat", "Degrees north (WGS 84).", d -> place(d, Place::lat)),
                real("ActionGeo_Long", "Degrees east.", d -> place(d, Place::lon)),
                text(
                        "ActionGeo_FeatureID",
                        "GeoNames number; GDELT itself gives GNS or GNIS numbers. Of a country its FIPS code.",
                        d -> place(d, GdeltTable::feature)));
    }

    private static @Nullable Object place(Dyad d, Function<Place, @Nullable Object> value) {
        Place place = d.event().place();
        return place == null ? null : value.apply(place);
    }

    private static int geoType(@Nullable Place place) {
        if (place == null || place.kind() == null) {
            return 0;
        }
        boolean american = "USA".equals(place.country());
        return switch (place.kind()) {
            case COUNTRY, DEMONYM -> 1;
            case REGION -> american ? 2 : 5;
            case CITY -> american ? 3 : 4;
        };
    }

    private static @Nullable Object adm1(Place place) {
        String fips = Codes.fips(place.country());
        return fips == null || place.region() == null ? fips : fips + place.region();
    }

    private static @Nullable Object feature(Place place) {
        return place.geonames() != null
                ? place.geonames()
                : place.kind() == Place.Kind.COUNTRY ? Codes.fips(place.country()) : null;
    }

    private static int isRoot(Dyad d) {
        int first = d.reading().sentences().stream()
                .filter(s -> s.in() == null)
                .mapToInt(s -> s.start())
                .findFirst()
                .orElse(0);
        return d.event().evidence().in() != null || d.event().evidence().start() <= first ? 1 : 0;
    }

    private static @Nullable Object added(Dyad d) {
        String published = d.story().published();
        LocalDate day = Dyad.date(published);
        if (published == null || day == null) {
            return null;
        }
        String time = published.replaceFirst("^.{10}[T ]?", "").replaceAll("[^0-9].*$|:", "");
        String clock = published.matches("^.{10}[T ]\\d\\d:\\d\\d:\\d\\d.*")
                ? published.substring(11, 19).replace(":", "")
                : time.length() == 6 ? time : "000000";
        return DateTimeFormatter.BASIC_ISO_DATE.format(day) + clock;
    }

    private static long id(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long out = 0;
            for (int i = 0; i < 8; i++) {
                out = out << 8 | hash[i] & 0xff;
            }
            return out & EXACT;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
