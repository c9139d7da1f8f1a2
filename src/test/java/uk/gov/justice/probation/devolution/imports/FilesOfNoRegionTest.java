package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/** Every file is refused before a row of it is read if its sender has none of its roles, whatever else they may do. */
@WithDatabase(WithDatabase.Engine.MARIADB)
class FilesOfNoRegionTest extends ImportTest {
    private static final Colleague EVERYTHING_ELSE = colleague(
            Arrays.stream(Role.values()).map(role -> role.word() + "-nw").toArray(String[]::new));

    @Autowired
    List<StagedImport> kinds;

    @Test
    void onlyTheServiceOwnerMaySendIt() {
        List<String> files = kinds.stream()
                .filter(kind -> kind.importers().isEmpty())
                .map(StagedImport::file)
                .toList();
        assertThat(files)
                .contains("bank-holidays", "order-types", "regions", "tiers", "units")
                .allSatisfy(file -> assertThatThrownBy(() -> take(file, "nonsense", EVERYTHING_ELSE))
                        .isInstanceOf(NotAllowedException.class)
                        .hasMessage("Only the PSC Service Owner may import the file '%s'", file));
    }

    @Test
    void whoeverHasNoneOfItsRolesLearnsNothingFromItsRefusals() {
        assertThat(kinds)
                .filteredOn(kind -> !kind.importers().isEmpty())
                .hasSizeGreaterThan(8)
                .allSatisfy(kind -> {
                    Colleague others = colleague(Arrays.stream(Role.values())
                            .filter(role -> role != Role.PSC_SERVICE_OWNER
                                    && !kind.importers().contains(role))
                            .map(role -> role.word() + "-nw")
                            .toArray(String[]::new));
                    assertThatThrownBy(() -> take(kind.file(), "nonsense", others))
                            .as(kind.file())
                            .isInstanceOf(NotAllowedException.class)
                            .hasMessageContaining("can import this file");
                });
    }
}
