package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trawlers|trawlers",
                "RETURN OF THE TRAWLERS|return of the trawlers",
                "mln bpd quota|quota",
                "called \"freeze and rollback\" approach|\"freeze and rollback\" approach",
                "other new tariffs|tariffs",
                "the|the"
            })
    void aNamingReadsAsAName(String naming, String name) {
        assertThat(IssueName.of(naming)).isEqualTo(name);
    }
}
