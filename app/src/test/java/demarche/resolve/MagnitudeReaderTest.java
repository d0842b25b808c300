package demarche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.Tree;
import demarche.story.Event.Magnitude;
import demarche.story.EventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MagnitudeReaderTest {
    private static @Nullable Magnitude of(String rows, int trigger, EventType type) {
        return MagnitudeReader.of(new Tree(Rows.sentence(rows)), trigger, type);
    }

    private static final String RAID = """
            Rebels rebel NOUN NNS 2 nsubj
            shelled shell VERB VBD 0 root
            a a DET DT 4 det
            camp camp NOUN NN 2 obj
            , , PUNCT , 6 punct
            killing kill VERB VBG 2 advcl
            at at ADP IN 9 case
            least least ADJ JJS 7 fixed
            12 12 NUM CD 10 nummod
            people people NOUN NNS 6 obj
            and and CCONJ CC 12 cc
            wounding wound VERB VBG 6 conj
            dozens dozen NOUN NNS 12 obj
            """;

    @Test
    void countsTheDeadAndTheWoundedOfARaid() {
        assertThat(of(RAID, 2, EventType.ASSAULT)).isEqualTo(new Magnitude(12, 12, null));
    }

    @Test
    void givesNoDeadForWords() {
        assertThat(of(RAID, 2, EventType.ACCUSE)).isNull();
    }

    @Test
    void countsTheDeadOfAPassive() {
        assertThat(of("""
                Three three NUM CD 2 nummod
                soldiers soldier NOUN NNS 7 nsubj:pass
                and and CCONJ CC 5 cc
                two two NUM CD 5 nummod
                guards guard NOUN NNS 2 conj
                were be AUX VBD 7 aux:pass
                killed kill VERB VBN 0 root
                in in ADP IN 10 case
                an an DET DT 10 det
                ambush ambush NOUN NN 7 obl
                """, 7, EventType.ASSAULT)).isEqualTo(new Magnitude(5, null, null));
    }

    @Test
    void countsTheDeadThatAreLeft() {
        assertThat(of("""
                The the DET DT 2 det
                blast blast NOUN NN 3 nsubj
                left leave VERB VBD 0 root
                1,200 1,200 NUM CD 5 nummod
                people people NOUN NNS 3 obj
                dead dead ADJ JJ 3 xcomp
                """, 2, EventType.ASSAULT)).isEqualTo(new Magnitude(1200, null, null));
    }

    @Test
    void countsACrowdByItsSmallestReading() {
        assertThat(of("""
                Tens ten NOUN NNS 5 nsubj
                of of ADP IN 3 case
                thousands thousand NOUN NNS 1 nmod
                peacefully peacefully ADV RB 5 advmod
                marched march VERB VBD 0 root
                """, 5, EventType.PROTEST)).isEqualTo(new Magnitude(null, null, 10_000));
        assertThat(of("""
                Thousands thousand NOUN NNS 4 nsubj
                of of ADP IN 3 case
                protesters protester NOUN NNS 1 nmod
                marched march VERB VBD 0 root
                """, 4, EventType.PROTEST)).isEqualTo(new Magnitude(null, null, 1_000));
    }

    @Test
    void theWoundedAreNoCrowd() {
        assertThat(of("""
                Police police NOUN NNS 2 nsubj
                wounded wound VERB VBD 0 root
                30 30 NUM CD 4 nummod
                protesters protester NOUN NNS 2 obj
                at at ADP IN 7 case
                a a DET DT 7 det
                rally rally NOUN NN 2 obl
                """, 7, EventType.PROTEST)).isEqualTo(new Magnitude(null, 30, null));
    }

    @Test
    void leavesOutTheDeadOfAReportAroundIt() {
        assertThat(of("""
                Rebels rebel NOUN NNS 4 nsubj
                who who PRON WP 3 nsubj
                attacked attack VERB VBD 1 acl:relcl
                said say VERB VBD 0 root
                12 12 NUM CD 6 nummod
                people people NOUN NNS 7 nsubj
                died die VERB VBD 4 ccomp
                """, 3, EventType.ASSAULT)).isNull();
    }
}
