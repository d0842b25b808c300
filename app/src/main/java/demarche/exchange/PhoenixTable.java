package demarche.exchange;

import static demarche.exchange.Column.integer;
import static demarche.exchange.Column.real;
import static demarche.exchange.Column.text;
import static demarche.exchange.Column.unknown;

import demarche.story.Party;
import demarche.story.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The 26 columns of the Open Event Data Alliance's Phoenix data set. */
final class PhoenixTable {
    private PhoenixTable() {}

    static List<Column> columns() {
        List<Column> out = new ArrayList<>(List.of(
                text(
                        "EventID",
                        "The story's and the event's id; with .2, .3 … for further pairs of actor and recipient.",
                        Dyad::id),
                text(
                        "Date",
                        "The day of the event, YYYYMMDD; that of the story when it gives none.",
                        d -> part(d, day -> day.toString().replace("-", ""))),
                integer("Year", "Its year.", d -> part(d, LocalDate::getYear)),
                integer("Month", "Its month.", d -> part(d, LocalDate::getMonthValue)),
                integer("Day", "Its day.", d -> part(d, LocalDate::getDayOfMonth))));
        out.addAll(actor("Source", "actor", Dyad::actor));
        out.addAll(actor("Target", "recipient", Dyad::recipient));
        out.addAll(List.of(
                text(
                        "EventCode",
                        "CAMEO code; the event type's general one when the rule gives none.",
                        d -> Codes.cameo(d.event())),
                text("EventRootCode", "Its first two figures.", d -> Codes.root(Codes.cameo(d.event()))),
                integer(
                        "QuadClass",
                        "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, by the CAMEO root.",
                        d -> Codes.quad(Codes.cameo(d.event()))),
                real(
                        "GoldsteinScore",
                        "Goldstein score of the CAMEO code.",
                        d -> Codes.goldstein(Codes.cameo(d.event()))),
                text(
                        "Issues",
                        "PLOVER contexts, parted by \";\".",
                        d -> String.join(";", d.event().contexts())),
                real("Lat", "Degrees north (WGS 84) of the place of the event.", d -> at(d, Place::lat)),
                real("Lon", "Degrees east.", d -> at(d, Place::lon)),
                text("LocationName", "The place as the story names it.", d -> at(d, Place::name)),
                text("StateName", "GeoNames code of its first-level region.", d -> at(d, Place::region)),
                text("CountryCode", "ISO 3166 alpha-3 of its country.", d -> at(d, Place::country)),
                text(
                        "SentenceID",
                        "Story id and number of the sentence, from 1 (0 in the title).",
                        PhoenixTable::sentence),
                text("URLs", "The story's address.", d -> d.story().url()),
                text(
                        "NewsSources",
                        "The outlets that carried it, parted by \";\".",
                        d -> String.join(";", d.coverage().outlets()))));
        return out;
    }

    private static List<Column> actor(String prefix, String who, Function<Dyad, @Nullable Party> party) {
        Function<Dyad, CameoActor> actor = d -> CameoActor.of(party.apply(d));
        return List.of(
                text(
                        prefix + "ActorFull",
                        "CAMEO code of the " + who + " in one word (USAGOV).",
                        d -> actor.apply(d).code()),
                text(
                        prefix + "ActorEntity",
                        "Its country, or what stands for one (IGO, NGO, IMG, MNC).",
                        d -> actor.apply(d).entity()),
                text(
                        prefix + "ActorRole",
                        "Its role (GOV, MIL, REB, …), from the PLOVER sector.",
                        d -> actor.apply(d).role()),
                unknown(prefix + "ActorAttribute", "religions and ethnic groups are not coded."));
    }

    private static @Nullable Object part(Dyad d, Function<LocalDate, Object> value) {
        LocalDate day = d.day();
        return day == null ? null : value.apply(day);
    }

    private static @Nullable Object at(Dyad d, Function<Place, @Nullable Object> value) {
        Place place = d.event().place();
        return place == null ? null : value.apply(place);
    }

    private static String sentence(Dyad d) {
        if (d.event().evidence().in() != null) {
            return d.story().id() + "_0";
        }
        long before = d.reading().sentences().stream()
                .filter(s -> s.in() == null && s.start() <= d.event().evidence().start())
                .count();
        return d.story().id() + "_" + before;
    }
}
