package demarche.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import demarche.ledger.EventPlaces;
import demarche.ledger.EventPlaces.CountryCount;
import demarche.ledger.EventPlaces.PlaceCount;
import demarche.ledger.EventScope;
import demarche.ledger.Views.EventView;
import demarche.story.EventType;
import demarche.story.InputException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events by place: on a map, and as tables. */
final class MapPage implements Page {
    private static final int POINTS = 400;
    private static final int EVENTS = 20;

    /**
     * What the page shows.
     *
     * @param unplaced how many events have no country
     * @param country the one that was chosen; null when none was
     * @param events the newest in that country
     */
    record WorldModel(
            List<CountryCount> countries,
            List<PlaceCount> places,
            long unplaced,
            EventScope scope,
            @Nullable CountryCount country,
            List<EventView> events,
            @JsonIgnore MapDrawing drawing) {
        /** The first of the places, for the table. */
        List<PlaceCount> foremost() {
            return places.subList(0, Math.min(25, places.size()));
        }

        /** Most events in a country. */
        long most() {
            return countries.isEmpty() ? 0 : countries.get(0).events();
        }
    }

    @Override
    public String path() {
        return "/map";
    }

    @Override
    public String nav() {
        return "Map";
    }

    @Override
    public Answer answer(Ask ask) {
        EventScope scope = scope(ask);
        String code = code(ask.text("country"));
        EventPlaces places = ask.reader().places();
        List<CountryCount> countries = places.countries(scope);
        CountryCount country = code == null ? null : country(code, countries);
        List<PlaceCount> points = places.points(scope, POINTS);
        WorldModel model = new WorldModel(
                countries,
                points,
                places.unplaced(scope),
                scope,
                country,
                country == null ? List.of() : places.in(country.country(), scope, EVENTS),
                MapDrawing.of(countries, points, code));
        return Answer.of("map.jte", country == null ? "Map" : "Map: " + country.name(), model)
                .table(CountryCount.class, countries);
    }

    /** The events that the map and the network count. */
    static EventScope scope(Ask ask) {
        return new EventScope(ask.oneOf("type", EventType.class), ask.party("party"), ask.since(), ask.until());
    }

    private static @Nullable String code(@Nullable String country) {
        if (country != null && !country.matches("[A-Za-z]{3}")) {
            throw new InputException(
                    "country=" + country + ": give a country's three letters (ISO 3166-1), such as FRA.");
        }
        return country == null ? null : country.toUpperCase(Locale.ROOT);
    }

    private static CountryCount country(String code, List<CountryCount> countries) {
        for (CountryCount c : countries) {
            if (c.country().equals(code)) {
                return c;
            }
        }
        for (World.Shape s : World.SHAPES) {
            if (Objects.equals(s.code(), code)) {
                return new CountryCount(code, s.name(), 0, 0, 0, 0, null, null);
            }
        }
        throw new NotFound("There is no country with the letters " + code + ".", "");
    }
}
