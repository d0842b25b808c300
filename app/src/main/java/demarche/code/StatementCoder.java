package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Span;
import demarche.story.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the encoder's attributions into statements: heads, form, addressee, nesting.
 *
 * <p>Speaker, cue and content are PolNeAR's (Newell et al., LREC 2018): any words, beliefs or feelings that the text
 * credits to somebody. A statement without content is no statement.
 */
final class StatementCoder {
    private static final Set<String> OPENING = Set.of("“", "\"", "``", "«", "‘");
    private static final Set<String> TOLD =
            Set.of("tell", "inform", "assure", "remind", "warn", "ask", "urge", "notify", "promise", "advise");

    private final Codebook codebook;

    StatementCoder(Codebook codebook) {
        this.codebook = codebook;
    }

    List<CodedStatement> code(Parse parse) {
        StoryWords words = new StoryWords(parse);
        List<SaidWords> said = new ArrayList<>();
        for (Parse.Attribution attribution : parse.attributions()) {
            if (!attribution.cue().isEmpty()) {
                SaidWords s = SaidWords.of(attribution, words);
                if (!naming(s, words)) {
                    said.add(s);
                }
            }
        }
        Quotes quotes = Quotes.of(words);
        said.addAll(new MissedCues(words, quotes, codebook).find(said));
        new ContentRepair(words, quotes).repair(said);
        List<SaidWords> all = List.copyOf(said);
        said.replaceAll(s -> SpeakerFinder.settle(s, all, words));
        new QuotedVoices(words, codebook).settle(said);
        said.addAll(new Turns(words, quotes).find(said));
        SaidWords headline = HeadlineSpeaker.find(parse, words, said, codebook);
        if (headline != null) {
            said.removeIf(s -> s.cueSentence(words) == 0 && s.content().intersects(headline.cue()));
            said.add(headline);
        }
        said.removeIf(s -> s.content().isEmpty() || fragment(s, words) || nobodys(s, words));
        List<CodedStatement> flat = new ArrayList<>();
        for (SaidWords s : said) {
            flat.add(statement(parse, words, s));
        }
        flat.sort(Comparator.comparing(s -> s.content().get(0)));
        return nested(flat);
    }

    /** "The pact, known as the Accord": what a thing is called is nobody's words. */
    private static boolean naming(SaidWords said, StoryWords words) {
        int head = said.cueHead(words);
        int next = said.cue().nextClearBit(head);
        boolean as = words.token(next - 1).lemma().equals("as")
                || next < words.size() && words.token(next).lemma().equals("as");
        return as && Set.of("know", "refer").contains(words.token(head).lemma());
    }

    /** "The pact was signed": neither a speaker nor a cue but "was". */
    private static boolean nobodys(SaidWords said, StoryWords words) {
        return said.speaker().isEmpty()
                && words.token(said.cueHead(words)).upos().equals("AUX");
    }

    /** "Responded to comments | on the strait": a content that only tells more of a noun outside it. */
    private static boolean fragment(SaidWords said, StoryWords words) {
        List<Parse.Range> runs = words.ranges(said.content());
        if (runs.size() != 1 || words.sentence(said.firstCue()) != runs.get(0).sentence()) {
            return false;
        }
        Parse.Range run = runs.get(0);
        Tree tree = words.tree(run.sentence());
        for (int i = run.first(); i <= run.last(); i++) {
            Token token = tree.token(i);
            boolean top = token.head() < run.first() || token.head() > run.last();
            if (top && token.baseRelation().equals("nmod") && token.head() != 0) {
                int governor = words.number(run.sentence(), token.head());
                return !said.cue().get(governor)
                        && !said.speaker().get(governor)
                        && Set.of("NOUN", "PROPN")
                                .contains(words.token(governor).upos());
            }
        }
        return false;
    }

    private static CodedStatement statement(Parse parse, StoryWords words, SaidWords said) {
        List<Parse.Range> content = words.ranges(said.content());
        List<Parse.Range> speakers = words.ranges(said.speaker());
        Parse.Range speaker = speakers.isEmpty() ? null : speakers.get(0);
        List<Parse.Range> cues = words.ranges(said.cue());
        Parse.Range cue = cues.isEmpty() ? null : cues.get(0);
        Ref cueHead = cue == null ? null : head(parse, cue);
        return new CodedStatement(
                speaker == null ? null : span(parse, speaker),
                speaker == null ? null : head(parse, speaker),
                cue == null ? null : span(parse, cue),
                cueHead,
                cueHead == null ? "" : token(parse, cueHead).lemma().toLowerCase(Locale.ROOT),
                words.spans(said.content()),
                form(parse, content),
                cueHead == null ? null : addressee(parse, cueHead),
                -1);
    }

    private static Span span(Parse parse, Parse.Range range) {
        Sentence sentence = parse.sentences().get(range.sentence());
        return sentence.token(range.first())
                .span()
                .union(sentence.token(range.last()).span());
    }

    private static Token token(Parse parse, Ref ref) {
        return parse.sentences().get(ref.sentence()).token(ref.token());
    }

    /** The word of a range whose governor lies outside it; for cues the first verb. */
    private static Ref head(Parse parse, Parse.Range range) {
        Sentence sentence = parse.sentences().get(range.sentence());
        for (int i = range.first(); i <= range.last(); i++) {
            Token token = sentence.token(i);
            boolean outside = token.head() < range.first() || token.head() > range.last();
            if (outside
                    && !token.upos().equals("PUNCT")
                    && !token.upos().equals("ADP")
                    && !token.upos().equals("DET")) {
                return new Ref(range.sentence(), i);
            }
        }
        return new Ref(range.sentence(), range.last());
    }

    private static Statement.Form form(Parse parse, List<Parse.Range> content) {
        int quoted = 0;
        int words = 0;
        for (Parse.Range range : content) {
            Sentence sentence = parse.sentences().get(range.sentence());
            boolean inside = false;
            for (int i = range.first(); i <= range.last(); i++) {
                String form = sentence.token(i).form();
                if (OPENING.contains(form) && !inside) {
                    inside = true;
                } else if (inside && Set.of("”", "\"", "''", "»", "’").contains(form)) {
                    inside = false;
                } else if (!sentence.token(i).upos().equals("PUNCT")) {
                    words++;
                    quoted += inside ? 1 : 0;
                }
            }
        }
        return quoted == 0
                ? Statement.Form.INDIRECT
                : quoted * 10 >= words * 8 ? Statement.Form.DIRECT : Statement.Form.MIXED;
    }

    private static @Nullable Ref addressee(Parse parse, Ref cue) {
        Tree tree = new Tree(parse.sentences().get(cue.sentence()));
        for (Token child : tree.children(cue.token(), "iobj")) {
            return new Ref(cue.sentence(), child.index());
        }
        if (TOLD.contains(tree.lemma(cue.token()))) {
            for (Token child : tree.children(cue.token(), "obj")) {
                return new Ref(cue.sentence(), child.index());
            }
        }
        for (Token child : tree.children(cue.token(), "obl")) {
            if (tree.preposition(child.index()).equals("to")) {
                return new Ref(cue.sentence(), child.index());
            }
        }
        return null;
    }

    /** Links a statement to the one whose content holds its cue ("X says that Y said …"). */
    private static List<CodedStatement> nested(List<CodedStatement> flat) {
        List<CodedStatement> out = new ArrayList<>(flat.size());
        for (int i = 0; i < flat.size(); i++) {
            CodedStatement s = flat.get(i);
            Span anchor = s.cue() != null ? s.cue() : s.content().get(0);
            int parent = -1;
            for (int j = 0; j < flat.size(); j++) {
                if (j != i && flat.get(j).content().stream().anyMatch(c -> c.covers(anchor))) {
                    parent = j;
                }
            }
            out.add(new CodedStatement(
                    s.speaker(),
                    s.speakerHead(),
                    s.cue(),
                    s.cueHead(),
                    s.cueLemma(),
                    s.content(),
                    s.form(),
                    s.addressee(),
                    parent));
        }
        return out;
    }
}
