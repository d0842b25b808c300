package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.HostileLedger;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Events by place, and who acts on whom. */
class MapAndNetworkTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(HostileLedger.in(folder));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void countsEventsByCountryAndPlace() {
        JsonNode map = served.json("/map.json");
        assertThat(map.get("countries").size()).isEqualTo(2);
        JsonNode germany = map.get("countries").get(0);
        assertThat(germany.get("name").asString()).isEqualTo("Germany");
        assertThat(germany.get("cooperation").asInt()).isEqualTo(1);
        assertThat(map.get("places").size()).isEqualTo(2);
        assertThat(map.get("unplaced").asInt()).isEqualTo(4);
        assertThat(served.get("/map.csv").body())
                .startsWith(
                        "country,name,events,cooperation,conflict,stories,first,last\r\nDEU,Germany,1,1,0,1,2024-04-09,");
    }

    @Test
    void aCountryShowsItsEvents() {
        assertThat(served.json("/map.json?country=fra").get("events").size()).isEqualTo(1);
        assertThat(served.json("/map.json?country=BRA")
                        .get("country")
                        .get("events")
                        .asInt())
                .isZero();
        assertThat(served.get("/map?country=FRA").body())
                .contains("Events in France")
                .contains("land shade5 here");
    }

    @Test
    void mapAndNetworkSayWhatIsWrong() {
        assertThat(served.wrong("/map.json?country=France", 400)).contains("three letters");
        assertThat(served.wrong("/map.json?country=ZZZ", 404)).contains("ZZZ");
        assertThat(served.wrong("/map.json?type=war", 400)).contains("assault");
        assertThat(served.wrong("/map.json?since=2024-02-01&until=2024-01-01", 400))
                .contains("Swap");
        assertThat(served.wrong("/network.json?party=no-such", 404)).contains("no-such");
        assertThat(served.wrong("/network.json?parties=1000", 400)).contains("from 2 to 60");
        assertThat(served.wrong("/network.json?centre=usa", 400)).contains("Parameters: ");
    }

    @Test
    void theNetworkCountsActsByDirection() {
        JsonNode dyads = served.json("/network.json").get("dyads");
        assertThat(dyads.get("total").asInt())
                .isEqualTo(dyads.get("items").size())
                .isGreaterThan(1);
        JsonNode first = dyads.get("items").get(0);
        assertThat(first.get("events").asInt())
                .isEqualTo(
                        first.get("cooperation").asInt() + first.get("conflict").asInt());
        String actor = first.get("actor").asString();
        assertThat(served.json("/network.json?party=" + Links.encoded(actor))
                        .get("dyads")
                        .get("total")
                        .asInt())
                .isBetween(1, dyads.get("total").asInt());
        assertThat(served.get("/network?party=" + Links.encoded(actor)).body()).contains("own page");
    }

    @Test
    void namesInDrawingsAreEscaped() {
        for (String path : List.of("/map", "/network", "/map?country=DEU", "/positions", "/shifts")) {
            Document page = Jsoup.parse(served.get(path).body());
            assertThat(page.select("[onload], [style], script:not([src]), [href^=javascript:]"))
                    .as(path)
                    .isEmpty();
            assertThat(served.get(path).body()).as(path).doesNotContain(HostileLedger.SCRIPT);
        }
    }

    @Test
    void placesLieInTheirCountries() {
        EqualEarth.Point paris = EqualEarth.at(2.35, 48.85);
        World.Shape france = World.SHAPES.stream()
                .filter(s -> s.code().equals("FRA"))
                .findFirst()
                .orElseThrow();
        assertThat(paris.x()).isBetween((double) france.left(), (double) france.right());
        assertThat(paris.y()).isBetween((double) france.top(), (double) france.bottom());
        assertThat(EqualEarth.at(0, 0).x()).isEqualTo(5000.0);
        assertThat(EqualEarth.at(180, 0).x()).isBetween(9999.9, 10000.1);
        assertThat(EqualEarth.at(0, 90).y()).isBetween(-0.1, 0.1);
    }

    @Test
    void theSameNetworkIsAlwaysDrawnTheSameWithoutLabelsOnOneAnother() {
        List<ForceLayout.Extent> nodes = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new ForceLayout.Extent(10, 80, 11))
                .toList();
        List<ForceLayout.Pull> pulls = java.util.stream.IntStream.range(1, 30)
                .mapToObj(i -> new ForceLayout.Pull(0, i, 1.0 / i))
                .toList();
        List<EqualEarth.Point> points = ForceLayout.of(nodes, pulls, 1200, 700);
        assertThat(ForceLayout.of(nodes, pulls, 1200, 700)).isEqualTo(points);
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).x()).isBetween(10.0, 1120.0);
            for (int j = i + 1; j < points.size(); j++) {
                boolean beside = Math.abs(points.get(i).x() - points.get(j).x()) >= 89;
                boolean under = Math.abs(points.get(i).y() - points.get(j).y()) >= 20;
                assertThat(beside || under).as(i + " and " + j).isTrue();
            }
        }
        assertThat(ForceLayout.of(List.of(), List.of(), 1200, 700)).isEmpty();
    }
}
