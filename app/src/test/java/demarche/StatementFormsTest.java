package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Party;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The forms in which the news credits words to somebody, each in sentences of our own. */
class StatementFormsTest {
    private static Reading read(String text) {
        return InventedStates.read(text);
    }

    private static String text(Reading reading, Span span) {
        return reading.story().text().substring(span.start(), span.end());
    }

    /** Speaker | cue | content of each statement. */
    private static List<String> said(String text) {
        Reading reading = read(text);
        return reading.statements().stream().map(s -> line(reading, s)).toList();
    }

    private static String line(Reading reading, Statement s) {
        Statement.Speaker by = s.speaker();
        Statement.Cue cue = s.cue();
        return (by == null ? "-" : text(reading, Span.of(by.start(), by.end()))) + " | "
                + (cue == null ? "-" : text(reading, Span.of(cue.start(), cue.end()))) + " | "
                + s.content().stream().map(c -> text(reading, c)).collect(Collectors.joining(" … "));
    }

    static String speaker(Reading reading, Statement s) {
        Statement.Speaker by = s.speaker();
        return by == null
                ? "-"
                : reading.parties().stream()
                        .filter(p -> p.id().equals(by.party()))
                        .map(Party::name)
                        .findFirst()
                        .orElse("?");
    }

    @Test
    void readsIndirectSpeech() {
        assertThat(said("Ostland's foreign minister said that the trawlers would be returned in May."))
                .containsExactly("Ostland's foreign minister | said | that the trawlers would be returned in May");
    }

    @Test
    void readsDirectSpeechWithTheSpeakerBehind() {
        assertThat(said("“We will not sign the treaty,” President Anna Berg said on Monday."))
                .anySatisfy(s -> assertThat(s).contains("Berg | said").contains("“We will not sign the treaty,”"));
    }

    @Test
    void readsMixedSpeech() {
        Reading reading = read("President Anna Berg said that the treaty was “a gift to the smugglers” of the coast.");
        assertThat(reading.statements()).extracting(Statement::form).containsExactly(Statement.Form.MIXED);
    }

    @Test
    void readsAccordingTo() {
        assertThat(said("The bridge was closed by soldiers, according to the mayor of Ostburg."))
                .anySatisfy(s ->
                        assertThat(s).contains("mayor").contains("ccording to").contains("The bridge"));
    }

    @Test
    void givesQuotedWordsToWhoSpokeThem() {
        assertThat(said("The newspaper quoted President Anna Berg as saying Ostland would reject the plan."))
                .contains("President Anna Berg | as saying | Ostland would reject the plan");
        assertThat(said("Ostland's president was quoted as saying that the trawlers would be returned."))
                .containsExactly("Ostland's president | was quoted as saying | that the trawlers would be returned");
        assertThat(said("Ostland will not sign the treaty, the newspaper said, quoting Karl Dorn."))
                .contains("Karl Dorn | quoting | Ostland will not sign the treaty");
    }

    @Test
    void readsAHeadlineWithTheSpeakerLast() {
        assertThat(said("Trawlers will not be returned: Anna Berg\n\nThe trawlers were seized in May."))
                .contains("Anna Berg | : | Trawlers will not be returned");
    }

    @Test
    void readsAHeadlineWithTheSpeakerFirst() {
        assertThat(said("Anna Berg: Trawlers will not be returned\n\nThe trawlers were seized in May."))
                .contains("Anna Berg | : | Trawlers will not be returned");
    }

    @Test
    void readsAQuoteOverSeveralSentences() {
        assertThat(said("“The line is closed. It will stay closed until spring,” Minister Karl Dorn said."))
                .anySatisfy(s -> assertThat(s).contains("The line is closed").contains("until spring"));
    }

    @Test
    void readsAnInterruptedQuote() {
        assertThat(said("“The line is closed,” Minister Karl Dorn said. “It will stay closed until spring.”"))
                .anySatisfy(s -> assertThat(s)
                        .contains("Dorn | said")
                        .contains("closed,”")
                        .contains("until spring.”"));
    }

    @Test
    void goesOnWithAQuoteInTheNextParagraph() {
        assertThat(said("Minister Karl Dorn said: “The line is closed.\n\n“It will stay closed until the spring.”"))
                .anySatisfy(s -> assertThat(s)
                        .contains("Dorn")
                        .contains("The line is closed")
                        .contains("the spring"));
    }

    @Test
    void whoSpokeLastGoesOnThoughHisWordsNameAnother() {
        assertThat(speakers("Minister Karl Dorn said he hoped that President Igor Marchuk would make an offer.\n\n"
                        + "“I hope (Marchuk) brings some answers,” he told reporters."))
                .containsExactly("Karl Dorn", "Karl Dorn");
        assertThat(speakers("Officials said the farmers were likely to leave. They said talks would not be easy."))
                .doesNotContain("farmers");
    }

    @Test
    void whoIsTurnedToSpeaksNext() {
        assertThat(speakers("Minister Karl Dorn said the line was closed.\n\n"
                        + "President Igor Marchuk arrived in Ostburg on Monday. “It will open,” he told reporters."))
                .containsExactly("Karl Dorn", "Igor Marchuk");
    }

    @Test
    void readsUnnamedSources() {
        assertThat(said("Officials said the ferry would sail again on Friday."))
                .containsExactly("Officials | said | the ferry would sail again on Friday");
    }

    @Test
    void readsFearsAndHopes() {
        assertThat(said("Westland fears that the dam will dry out its fields."))
                .containsExactly("Westland | fears | that the dam will dry out its fields");
        assertThat(said("Westland hopes that talks will begin in June."))
                .containsExactly("Westland | hopes | that talks will begin in June");
    }

    @Test
    void linksAStatementWithinAStatement() {
        Reading reading =
                read("Minister Karl Dorn said that President Anna Berg had promised that the trawlers would be"
                        + " returned.");
        assertThat(reading.statements()).hasSize(2);
        assertThat(reading.statements()).anyMatch(s -> s.parent() != null);
    }

    @Test
    void givesASharedSubjectToBothVerbs() {
        assertThat(said("President Berg hinted that Ostland may close the strait, though stated that talks may go on."))
                .anySatisfy(s -> assertThat(s).startsWith("President Berg | stated"))
                .anySatisfy(s -> assertThat(s).startsWith("President Berg | hinted"));
    }

    @Test
    void tellsContentsOfDifferentSentencesApart() {
        List<String> said = said(
                "Dorn stated that the boats belong to Westland. Berg insisted that the boats belong to" + " Ostland.");
        assertThat(said)
                .containsExactly(
                        "Dorn | stated | that the boats belong to Westland",
                        "Berg | insisted | that the boats belong to Ostland");
    }

    @Test
    void readsTurnsOfAnInterview() {
        assertThat(said(
                        "BERG: The strait is open to all.\n\nDORN: It was closed in May.\n\nBERG: For two days only.\n\n"
                                + "DORN: For two weeks."))
                .anySatisfy(s -> assertThat(s).startsWith("DORN | : | It was closed in May"));
    }

    @Test
    void readsASignedQuote() {
        assertThat(said("“They cannot answer a single question about the strait.” ― Anna Berg"))
                .anySatisfy(s -> assertThat(s).startsWith("Anna Berg | ―"));
    }

    private static List<String> speakers(String text) {
        Reading reading = read(text);
        return reading.statements().stream().map(s -> speaker(reading, s)).toList();
    }

    private static String name(Reading reading, String id) {
        return reading.parties().stream()
                .filter(p -> p.id().equals(id))
                .map(Party::name)
                .findFirst()
                .orElse("?");
    }

    @Test
    void doesNotRunAHeadlineIntoTheSentenceBelow() {
        assertThat(said("Berg family speaks\n\nPresident Anna Berg of Ostland said that the treaty was fair."))
                .containsExactly("President Anna Berg of Ostland | said | that the treaty was fair");
    }

    @Test
    void readsACueNounWithItsClause() {
        assertThat(said("Ostland's announcement that the strait would close alarmed the shippers."))
                .anySatisfy(s -> assertThat(s).contains("announcement").contains("that the strait would close"));
    }

    @Test
    void readsWordsInAStatement() {
        assertThat(said("The ministry said in a statement that the port would close."))
                .anySatisfy(s -> assertThat(s).startsWith("The ministry | said").endsWith("that the port would close"));
    }

    @Test
    void linksTheWordsOfTheInnerSpeakerToTheOuterOnes() {
        Reading reading = read("Officials said that Karl Dorn believed that the boats were sold.");
        assertThat(reading.statements()).hasSize(2);
        Statement inner = reading.statements().stream()
                .filter(s -> s.parent() != null)
                .findFirst()
                .orElseThrow();
        assertThat(speaker(reading, inner)).isEqualTo("Karl Dorn");
    }

    @Test
    void findsTheSpeakerOfAQuoteInTheSentenceBefore() {
        assertThat(speakers("President Anna Berg was firm.\n\n“The strait will stay closed,” she said."))
                .contains("Anna Berg");
    }

    @Test
    void makesOnePartyOfANameATitleAndAPronoun() {
        assertThat(
                        speakers(
                                "The spokesperson of the Ostland Ministry of Justice, Pavel Orlov, denied that anybody was held."
                                        + " Orlov said that the files were open. He added that the spokesperson of Westland was wrong."))
                .startsWith("Pavel Orlov", "Pavel Orlov", "Pavel Orlov");
    }

    @Test
    void tellsWhomAStatementIsAddressedTo() {
        Reading reading = read("President Anna Berg told reporters that the talks had failed.");
        assertThat(name(reading, String.valueOf(reading.statements().get(0).addressee())))
                .isEqualTo("reporters");
        Reading named = read("Karl Dorn told Nordia's foreign minister, Lena Falk, that the talks had failed.");
        assertThat(name(named, String.valueOf(named.statements().get(0).addressee())))
                .isEqualTo("Lena Falk");
    }

    @Test
    void tellsWhatAStatementAnswers() {
        for (String answer : List.of(
                "In response to his remarks, President Anna Berg said that the boats were hers.",
                "Ostland rejected the accusations by Karl Dorn.",
                "Responding to comments by Karl Dorn, President Anna Berg said that the boats were hers.")) {
            Reading reading = read("Westland's minister Karl Dorn said that the boats were stolen. " + answer);
            Statement last = reading.statements().get(reading.statements().size() - 1);
            Statement.Response to = last.respondsTo();
            assertThat(to).as(answer).isNotNull();
            assertThat(name(
                            reading,
                            String.valueOf(java.util.Objects.requireNonNull(to).party())))
                    .as(answer)
                    .isEqualTo("Karl Dorn");
        }
    }

    @Test
    void givesGroupsAndSourcesWithoutNamesAPartyWhereTheySpeak() {
        assertThat(speakers("Critics say the dam is unsafe.")).containsExactly("Critics");
        assertThat(speakers("Two of the analysts said the dam was unsafe.")).containsExactly("analysts");
        assertThat(speakers("A source familiar with the talks said the dam was unsafe."))
                .containsExactly("source");
        assertThat(speakers("The Berg campaign said the dam was unsafe.")).containsExactly("Berg campaign");
        assertThat(speakers("A poll said the dam was unsafe.")).containsExactly("?");
    }

    @Test
    void knowsTheSpeakersOfAnInterviewByTheirSurnamesInCapitals() {
        assertThat(speakers(
                        "President Anna Berg met Karl Dorn.\n\nBERG: The strait is open to all.\n\nDORN: It was closed in"
                                + " May.\n\nBERG: For two days only.\n\nDORN: For two weeks."))
                .containsExactly("Anna Berg", "Karl Dorn", "Anna Berg", "Karl Dorn");
    }

    @Test
    void doesNotTakeWhatAThingIsCalledForWords() {
        assertThat(said("The pact, known as the Coast Accord, was signed in May."))
                .isEmpty();
    }
}
