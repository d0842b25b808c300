package demarche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.parse.Sentence;
import demarche.story.StoryDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {
    /** A Wednesday. */
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 4, 2);

    private static String values(String text, @Nullable LocalDate published) {
        return String.join(
                ";",
                new DateReader(published)
                        .read(Rows.flat(text)).stream()
                                .map(d -> String.valueOf(d.value()))
                                .toList());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "envoys met on March 28 | 2025-03-28",
                "envoys met on March 28 , 2025 | 2025-03-28",
                "envoys met on March 28, 1991 | 1991-03-28",
                "envoys met on 28 March | 2025-03-28",
                "envoys met on 28 March 1991 | 1991-03-28",
                "envoys met on the 3rd of May | 2024-05-03",
                "envoys will meet on May 3 | 2025-05-03",
                "envoys will meet on March 28 | 2026-03-28",
                "envoys met on Friday , March 28 | 2025-03-28",
                "envoys met on Monday | 2025-03-31",
                "envoys met on Wednesday | 2025-04-02",
                "envoys met on Thursday | 2025-03-27",
                "envoys will meet on Thursday | 2025-04-03",
                "envoys will meet next Wednesday | 2025-04-09",
                "envoys met last Wednesday | 2025-03-26",
                "envoys met Monday night | 2025-03-31",
                "envoys met last week | 2025-W13",
                "envoys met earlier this week | 2025-W14",
                "envoys met yesterday | 2025-04-01",
                "envoys met today | 2025-04-02",
                "envoys will meet tomorrow | 2025-04-03",
                "envoys met last night | 2025-04-01",
                "envoys met earlier this month | 2025-04",
                "envoys will meet next month | 2025-05",
                "envoys met last year | 2024",
                "envoys met in 1991 | 1991",
                "envoys met since 2015 | 2015",
                "envoys met three days ago | 2025-03-30",
                "envoys met two weeks ago | 2025-W12",
                "envoys met several years ago | null",
                "envoys met on Oct. 4-6 | 2024-10-04",
                "envoys met on Oct. 4 - 6 , 2019 | 2019-10-04",
                "envoys will meet by the end of the year | 2025",
                "envoys met on 2025-03-28 | 2025-03-28",
                "envoys met in March 1987 | 1987-03",
                "envoys met in March | 2025-03",
                "envoys met in May | 2024-05",
                "envoys will meet in May | 2025-05",
                "envoys met last May | 2024-05",
                "envoys met in March last year | 2024-03",
                "envoys met in the first quarter of 1987 | 1987-Q1",
                "envoys met in Q3 1987 | 1987-Q3",
                "envoys met last quarter | 2025-Q1",
                "envoys met in the 1990s | 199",
                "envoys met on 28/3/2025 | 2025-03-28",
                "envoys met on Monday and again on Tuesday | 2025-03-31;2025-04-01",
            })
    void resolvesAgainstTheDayTheStoryCameOut(String text, String expected) {
        assertThat(values(text, WEDNESDAY)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "envoys met on March 28 | --03-28",
                "envoys met in March | --03",
                "envoys met on Monday | null",
                "envoys met yesterday | null",
                "envoys met on March 28 , 2025 | 2025-03-28",
                "envoys met last month | null",
            })
    void leavesOpenWhatItCannotKnowWithoutThatDay(String text, String expected) {
        assertThat(values(text, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "envoys met at 1930 GMT",
        "envoys met 1991 prisoners",
        "envoys met in 2025 hours",
        "envoys may meet the march",
        "envoys met Theresa May",
        "envoys met on February 31",
        "envoys met on 4/5/2024",
        "envoys met for three days",
        "envoys met over the past week",
    })
    void findsNoDateWhereThereIsNone(String text) {
        assertThat(values(text, WEDNESDAY)).isEmpty();
    }

    @Test
    void tellsPrecisionTextAndSpan() {
        StoryDate date = new DateReader(WEDNESDAY)
                .read(Rows.flat("𝔄 envoys met on March 28 again"))
                .get(0);
        assertThat(date).isEqualTo(new StoryDate("2025-03-28", StoryDate.Precision.DAY, "March 28", 16, 24, null));
    }

    private static final String SPOKEN = """
            Ostland ostland PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            on on ADP IN 4 case
            Monday monday PROPN NNP 2 obl
            that that SCONJ IN 7 mark
            it it PRON PRP 7 nsubj
            rejects reject VERB VBZ 2 ccomp
            the the DET DT 9 det
            attack attack NOUN NN 7 obj
            of of ADP IN 11 case
            March march PROPN NNP 9 nmod
            3 3 NUM CD 11 nummod
            """;

    @Test
    void datesWordsByTheDayTheyWereSaidAndDeedsNot() {
        DateReader reader = new DateReader(WEDNESDAY);
        Sentence sentence = Rows.sentence(SPOKEN);
        assertThat(reader.dateOf(sentence, 2, true))
                .extracting(StoryDate::value)
                .isEqualTo("2025-03-31");
        assertThat(reader.dateOf(sentence, 9, false))
                .extracting(StoryDate::value)
                .isEqualTo("2025-03-03");
    }

    @Test
    void datesANounByTheVerbItIsTheObjectOf() {
        Sentence sentence = Rows.sentence("""
                Rebels rebel NOUN NNS 2 nsubj
                launched launch VERB VBD 0 root
                an an DET DT 4 det
                attack attack NOUN NN 2 obj
                on on ADP IN 6 case
                Sunday sunday PROPN NNP 2 obl
                """);
        assertThat(new DateReader(WEDNESDAY).dateOf(sentence, 4, false))
                .extracting(StoryDate::value)
                .isEqualTo("2025-03-30");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "would, would MD, -, 2025-05-03",
                "would, would MD, later, 2024-05-03",
                "is, be VBZ, to, 2025-05-03",
                "were, be VBD, to, 2025-05-03",
            })
    void whatIsAnnouncedLiesAhead(String aux, String lemmaAndTag, @Nullable String between, String day) {
        String word = between == null
                ? ""
                : between.equals("to") ? "to to PART TO 2 mark\n" : between + " " + between + " ADV RB 2 advmod\n";
        int verb = between == null ? 2 : 3;
        String rows = aux + " " + lemmaAndTag.replace(" ", " AUX ") + " " + verb + " aux\n"
                + word.replace(" 2 ", " " + verb + " ")
                + "meet meet VERB VB 0 root\n"
                + "on on ADP IN " + (verb + 2) + " case\n"
                + "May May PROPN NNP " + verb + " obl\n"
                + "3 3 NUM CD " + (verb + 2) + " nummod\n";
        assertThat(new DateReader(WEDNESDAY).read(Rows.sentence(rows)))
                .extracting(StoryDate::value)
                .containsExactly(day);
    }

    @Test
    void aBoundIsNoDateOfTheAct() {
        Sentence sentence = Rows.sentence("""
                Ostland ostland PROPN NNP 3 nsubj
                has have AUX VBZ 3 aux
                refused refuse VERB VBN 0 root
                since since ADP IN 5 case
                2015 2015 NUM CD 3 obl
                """);
        assertThat(new DateReader(WEDNESDAY).dateOf(sentence, 3, true)).isNull();
    }

    @Test
    void everySpanLiesInItsSentence() {
        List<String> words = List.of(
                "met",
                "on",
                "in",
                "March",
                "28",
                ",",
                "1991",
                "last",
                "next",
                "week",
                "Monday",
                "three",
                "days",
                "ago",
                "Oct.",
                "4-6",
                "mid-May",
                "the",
                "end",
                "of",
                "year",
                "2025-03-28",
                "1990s",
                "𝔄",
                "Q1",
                "quarter",
                "-");
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("envoys");
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(' ').append(words.get(random.nextInt(words.size())));
            }
            Sentence sentence = Rows.flat(text + " met");
            assertThat(new DateReader(WEDNESDAY).read(sentence))
                    .allMatch(d -> sentence.span().start() <= d.start()
                            && d.start() < d.end()
                            && d.end() <= sentence.span().end());
        }
    }
}
