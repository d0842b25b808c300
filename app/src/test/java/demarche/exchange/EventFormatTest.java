package demarche.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Evidence;
import demarche.story.Party;
import demarche.story.Place;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Story;
import demarche.story.StoryDate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events in the formats of other data sets, against the published lists of their fields. */
class EventFormatTest {
    private static final String TEXT =
            "😀 Romania and the United Nations accused French troops in Texas on Sunday.\tThey met, \"all\" said.";

    private static Span span(String words) {
        int at = TEXT.indexOf(words);
        int start = TEXT.codePointCount(0, at);
        return Span.of(start, start + words.codePointCount(0, words.length()));
    }

    private static Party party(String id, String name, String words, Party.Kind kind, String country, String sector) {
        Span at = span(words);
        return new Party(
                id,
                name,
                kind,
                country,
                sector,
                null,
                List.of(),
                List.of(new Party.Mention(at.start(), at.end(), null, Party.MentionKind.NAME)));
    }

    private static Event event(
            String id, EventType type, List<String> actors, List<String> recipients, boolean negated) {
        Span sentence = span(TEXT.substring(0, TEXT.indexOf('\t')));
        Span date = span("Sunday");
        Span place = span("Texas");
        return new Event(
                id,
                type,
                type == EventType.ACCUSE ? "allege" : null,
                List.of("military", "legal"),
                type == EventType.ACCUSE ? "1123" : null,
                actors,
                recipients,
                new StoryDate("2024-03-03", StoryDate.Precision.DAY, "Sunday", date.start(), date.end(), null),
                new Place("Texas", "USA", 31.5, -99.5, place.start(), place.end(), null, Place.Kind.REGION, "TX", null),
                new Event.Magnitude(3, null, null),
                new Event.Status(negated, false, false, false),
                null,
                new Evidence(sentence.start(), sentence.end(), null, span("accused")),
                "accuse/of",
                0.9);
    }

    private static Reading reading() {
        Span first = span(TEXT.substring(0, TEXT.indexOf('\t')));
        return new Reading(
                1,
                new Reading.Engine("0.1.0", "abc", "built-in"),
                new Story("s1", "Troops", TEXT, "2024-03-04T10:11:12Z", "The Post", "https://e.org/1", "en", List.of()),
                List.of(new Reading.Sentence(first.start(), first.end(), null)),
                List.of(
                        party("p1", "Romania", "Romania", Party.Kind.STATE, "ROU", "GOV"),
                        party("p2", "United Nations", "United Nations", Party.Kind.ORGANIZATION, "IGO", null),
                        party("p3", "French troops", "French troops", Party.Kind.GROUP, "FRA", "MIL")),
                List.of(),
                List.of(),
                List.of(
                        event("e1", EventType.ACCUSE, List.of("p1", "p2"), List.of("p3"), false),
                        event("e2", EventType.CONSULT, List.of("p1", "p2"), List.of(), true)),
                List.of(),
                List.of());
    }

    private static List<String> published(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(EventFormatTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        }
    }

    private static List<Map<String, String>> rows(EventFormat format) {
        List<String> names = format.columns().stream().map(Column::name).toList();
        List<Map<String, String>> out = new ArrayList<>();
        for (String line : format.lines(reading(), new Coverage(3, List.of("The Post", "Wire, The")))) {
            String[] cells = line.split(format == EventFormat.PHOENIX ? ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)" : "\t", -1);
            assertThat(cells).hasSameSizeAs(names);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(names.get(i), cells[i]);
            }
            out.add(row);
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLOVER")
    void columnsAreThoseOfThePublishedList(EventFormat format) throws IOException {
        assertThat(format.columns().stream().map(Column::name).toList())
                .isEqualTo(published(format.name().toLowerCase(java.util.Locale.ROOT) + ".txt"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLOVER")
    void everyColumnIsExplainedInTheDocs(EventFormat format) throws IOException {
        String docs = Files.readString(Path.of("../docs/exports.md"));
        assertThat(format.columns())
                .allSatisfy(c -> assertThat(docs).contains("| `" + c.name() + "` | " + c.meaning() + " |"));
    }

    @Test
    void ploverRecordsHaveOnlyFieldsOfTheManual() throws IOException {
        List<String> fields = published("plover.txt");
        List<String> entity = published("plover-entity.txt");
        String docs = Files.readString(Path.of("../docs/exports.md"));
        List<String> lines = EventFormat.PLOVER.lines(reading(), Coverage.of(null));
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            JsonNode record = JsonMapper.builder().build().readTree(line);
            assertThat(record.propertyNames()).isSubsetOf(fields);
            assertThat(record.propertyNames()).allSatisfy(n -> assertThat(docs).contains("| `" + n + "` |"));
            record.path("actor").forEach(a -> assertThat(a.propertyNames()).isSubsetOf(entity));
        }
        JsonNode first = JsonMapper.builder().build().readTree(lines.get(0));
        assertThat(first.path("quad_code").asInt()).isEqualTo(3);
        assertThat(first.path("event_scale").asDouble()).isEqualTo(-3.5);
        assertThat(first.path("actor").size()).isEqualTo(2);
        assertThat(first.path("event_text").path(0).asString()).isEqualTo("accused");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(lines.get(1))
                        .path("context")
                        .toString())
                .contains("negation");
    }

    @Test
    void gdeltRowsHaveCameoActorsAndWhereItHappened() {
        List<Map<String, String>> rows = rows(EventFormat.GDELT);
        assertThat(rows).hasSize(2);
        Map<String, String> row = rows.get(0);
        assertThat(row)
                .containsEntry("SQLDATE", "20240303")
                .containsEntry("MonthYear", "202403")
                .containsEntry("FractionDate", "2024.2548")
                .containsEntry("Actor1Code", "ROMGOV")
                .containsEntry("Actor1CountryCode", "ROM")
                .containsEntry("Actor2Code", "FRAMIL")
                .containsEntry("Actor2Type1Code", "MIL")
                .containsEntry("EventBaseCode", "112")
                .containsEntry("EventRootCode", "11")
                .containsEntry("QuadClass", "3")
                .containsEntry("GoldsteinScale", "-2.0")
                .containsEntry("NumArticles", "3")
                .containsEntry("NumSources", "2")
                .containsEntry("ActionGeo_Type", "2")
                .containsEntry("ActionGeo_ADM1Code", "USTX")
                .containsEntry("DATEADDED", "20240304101112")
                .containsEntry("IsRootEvent", "1");
        assertThat(Long.parseLong(Objects.requireNonNull(row.get("GLOBALEVENTID"))))
                .isPositive();
        assertThat(rows.get(1))
                .containsEntry("Actor1Code", "UNOIGO")
                .containsEntry("Actor1KnownGroupCode", "UNO")
                .containsEntry("Actor1Type1Code", "IGO");
    }

    @Test
    void whatDidNotHappenIsLeftOutWhereNoColumnSaysSo() {
        assertThat(rows(EventFormat.GDELT)).hasSize(2);
        assertThat(rows(EventFormat.PHOENIX)).hasSize(2);
        assertThat(rows(EventFormat.POLECAT)).hasSize(4);
        assertThat(rows(EventFormat.POLECAT).get(3))
                .containsEntry("Contexts", "military;legal;negation")
                .containsEntry("Actor Name", "United Nations")
                .containsEntry("Recipient Name", "Romania");
    }

    @Test
    void cellsNeverBreakTheirRow() {
        assertThat(rows(EventFormat.PHOENIX).get(0)).containsEntry("NewsSources", "\"The Post;Wire, The\"");
        assertThat(EventFormat.POLECAT.lines(reading(), Coverage.of("a\tb\nc")))
                .hasSize(4)
                .allSatisfy(l -> assertThat(l).contains("a b c"));
    }

    @Test
    void everyCodeOfTheCodebookHasAGoldsteinScore() {
        for (EventType type : EventType.values()) {
            assertThat(Codes.goldstein(Codes.cameo(event("e", type, List.of(), List.of(), false))))
                    .isNotNull();
        }
        assertThat(demarche.code.CodebookLoader.load().rules())
                .filteredOn(r -> r.cameo() != null)
                .allSatisfy(r -> assertThat(Codes.goldstein(r.cameo())).isNotNull());
    }
}
