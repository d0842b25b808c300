package demarche;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house: rooms in the data's order, each may use only those before it. */
class HouseTest {
    private static final List<String> ROOMS =
            List.of("story", "read", "parse", "code", "resolve", "eval", "exchange", "ledger", "serve", "cli");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("demarche");

    @Test
    void noRoomUsesALaterOne() {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            List<String> later = new ArrayList<>(ROOMS.subList(i + 1, ROOMS.size()));
            String[] packages = later.stream().map(r -> "demarche." + r + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("demarche." + ROOMS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageIsARoom() {
        List<String> strangers = CLASSES.stream()
                .map(c -> c.getPackageName())
                .distinct()
                .filter(p -> !p.equals("demarche")
                        && ROOMS.stream()
                                .noneMatch(r -> p.equals("demarche." + r) || p.startsWith("demarche." + r + ".")))
                .toList();
        assertThat(strangers).isEmpty();
    }

    @Test
    void sqlStaysInTheLedger() {
        noClasses()
                .that()
                .resideOutsideOfPackage("demarche.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CLASSES);
    }
}
