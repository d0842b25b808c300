package demarche.exchange;

import static demarche.exchange.Column.real;
import static demarche.exchange.Column.text;
import static demarche.exchange.Column.unknown;

import demarche.story.Event;
import demarche.story.Party;
import demarche.story.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The 40 columns of POLECAT's weekly files (Halterman and others, PLOVER and POLECAT, 2023). */
final class PolecatTable {
    private PolecatTable() {}

    static List<Column> columns() {
        List<Column> out = new ArrayList<>(List.of(
                text(
                        "Event ID",
                        "The story's and the event's id; with .2, .3 … for further pairs of actor and recipient.",
                        Dyad::id),
                text(
                        "Event Date",
                        "The day of the event, YYYY-MM-DD; that of the story when it gives none.",
                        Dyad::day),
                text("Event Type", "PLOVER type.", d -> d.event().eventType()),
                text("Event Mode", "PLOVER mode.", d -> d.event().eventMode()),
                real(
                        "Intensity",
                        "PLOVER's score of type and mode, from -10 to 10.",
                        d -> d.event().score()),
                text(
                        "Quad Code",
                        "VERBAL COOPERATION, MATERIAL COOPERATION, VERBAL CONFLICT or MATERIAL CONFLICT.",
                        d -> d.event().eventType().quad().name().replace('_', ' ')),
                text(
                        "Contexts",
                        "PLOVER contexts, and the auxiliary modes negation, future, hypothetical and historical, parted by \";\".",
                        d -> String.join(";", contexts(d.event())))));
        out.addAll(entity("Actor", "actor", Dyad::actor));
        out.addAll(entity("Recipient", "recipient", Dyad::recipient));
        out.addAll(place());
        out.addAll(List.of(
                text(
                        "Source",
                        "The outlets that carried the story, parted by \";\".",
                        d -> String.join(";", d.coverage().outlets())),
                text(
                        "Publication Date",
                        "The day the story came out, YYYY-MM-DD.",
                        d -> Dyad.date(d.story().published())),
                text("Story People", "Persons the story names, parted by \";\".", d -> named(d, Party.Kind.PERSON)),
                text(
                        "Story Organizations",
                        "Organisations and groups it names.",
                        d -> named(d, Party.Kind.ORGANIZATION, Party.Kind.GROUP)),
                text("Story Locations", "Places it names, demonyms left out.", PolecatTable::places),
                text("Language", "Of the story, as it came in.", d -> d.story().language()),
                text(
                        "Version",
                        "Demarche's version and the codebook's hash.",
                        d -> d.reading().engine().version() + "-"
                                + d.reading().engine().codebook())));
        return out;
    }

    /** Contexts with PLOVER's auxiliary modes, as its manual lists them. */
    static List<String> contexts(Event event) {
        List<String> out = new ArrayList<>(event.contexts());
        Event.Status status = event.status();
        if (status.negated()) {
            out.add("negation");
        }
        if (status.future()) {
            out.add("future");
        }
        if (status.hypothetical()) {
            out.add("hypothetical");
        }
        if (status.historical()) {
            out.add("historical");
        }
        return out;
    }

    private static List<Column> entity(String prefix, String who, Function<Dyad, @Nullable Party> party) {
        return List.of(
                text(prefix + " Name", "Name of the " + who + ".", d -> of(party.apply(d), Party::name)),
                text(
                        prefix + " Country",
                        "ISO 3166 alpha-3, or PLOVER's code for bodies of no state.",
                        d -> of(party.apply(d), Party::country)),
                unknown(prefix + " COW", "the Correlates of War code follows from " + prefix + " Country."),
                text("Primary " + prefix + " Sector", "PLOVER sector.", d -> of(party.apply(d), Party::sector)),
                text(prefix + " Sectors", "The same: Demarche codes one.", d -> of(party.apply(d), Party::sector)),
                text(
                        prefix + " Title",
                        "Roles the story gives, parted by \";\".",
                        d -> of(
                                party.apply(d),
                                p -> p.roles().stream()
                                        .map(Party.Role::text)
                                        .distinct()
                                        .collect(Collectors.joining(";")))),
                text(prefix + " Name Raw", "How the story first names the " + who + ".", d -> raw(d, party.apply(d))),
                unknown("Wikipedia " + prefix + " ID", "parties are not linked to Wikipedia."));
    }

    private static @Nullable Object of(@Nullable Party party, Function<Party, @Nullable Object> value) {
        return party == null ? null : value.apply(party);
    }

    /** The first mention in the text (else in the title). */
    static @Nullable String raw(Dyad d, @Nullable Party party) {
        if (party == null || party.mentions().isEmpty()) {
            return null;
        }
        Party.Mention mention = party.mentions().stream()
                .filter(m -> m.in() == null)
                .findFirst()
                .orElse(party.mentions().get(0));
        String whole = mention.in() == null
                ? d.story().text()
                : Objects.requireNonNullElse(d.story().title(), "");
        return Dyad.cut(whole, mention.start(), mention.end());
    }

    private static List<Column> place() {
        return List.of(
                text("Placename", "Where the event happened, as the story names it.", d -> at(d, Place::name)),
                text(
                        "City",
                        "The same when it is a town.",
                        d -> at(d, p -> p.kind() == Place.Kind.CITY ? p.name() : null)),
                unknown("District", "not kept."),
                text("Province", "GeoNames code of the first-level region.", d -> at(d, Place::region)),
                text("Country", "ISO 3166 alpha-3.", d -> at(d, Place::country)),
                real("Latitude", "Degrees north (WGS 84).", d -> at(d, Place::lat)),
                real("Longitude", "Degrees east.", d -> at(d, Place::lon)),
                text("GeoNames ID", "Of a town.", d -> at(d, Place::geonames)),
                text("Raw Placename", "As Placename.", d -> at(d, Place::name)),
                text(
                        "Feature Type",
                        "country, region or city.",
                        d -> at(
                                d,
                                p -> p.kind() == null ? null : p.kind().name().toLowerCase(Locale.ROOT))));
    }

    private static @Nullable Object at(Dyad d, Function<Place, @Nullable Object> value) {
        Place place = d.event().place();
        return place == null ? null : value.apply(place);
    }

    private static String named(Dyad d, Party.Kind... kinds) {
        List<Party.Kind> wanted = List.of(kinds);
        return d.reading().parties().stream()
                .filter(p -> wanted.contains(p.kind())
                        && p.mentions().stream().anyMatch(m -> m.kind() == Party.MentionKind.NAME))
                .map(Party::name)
                .distinct()
                .collect(Collectors.joining(";"));
    }

    private static String places(Dyad d) {
        return d.reading().places().stream()
                .filter(p -> p.kind() != Place.Kind.DEMONYM)
                .map(Place::name)
                .distinct()
                .collect(Collectors.joining(";"));
    }
}
