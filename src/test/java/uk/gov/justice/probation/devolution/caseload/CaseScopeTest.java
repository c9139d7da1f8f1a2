package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** In SQL with the same result: {@link EveryRoleAndACaseTest}. */
class CaseScopeTest {
    private static final Set<Role> ROLES = Set.of(Role.CASE_ADMIN, Role.SPO);
    private static final ProbationCase OF_NORTH_WEST = new ProbationCase(
            1,
            "X000001",
            1,
            "NW",
            "nw",
            "North West",
            "Sefton",
            "T",
            null,
            "201",
            LocalDate.of(2026, 1, 1),
            null,
            false,
            "RMRH",
            "B1",
            null,
            false,
            null);

    @Test
    void aCaseIsOfItsRegion() {
        CaseScope scope = scope("spo-nw");
        assertThat(scope.hasRegion("nw")).isTrue();
        assertThat(scope.hasRegion("em")).isFalse();
        assertThat(scope.has(OF_NORTH_WEST, Set.of())).isTrue();
        assertThat(scope("spo-em").has(OF_NORTH_WEST, Set.of())).isFalse();
        assertThat(scope("spo-nw").parameters())
                .containsEntry("everywhere", false)
                .containsEntry("slugs", Set.of("nw"))
                .containsEntry("regionCodes", Set.of("NW"));
    }

    @Test
    void aCaseIsOfTheUnitsThatServeIt() {
        assertThat(scope("case-admin-liverpool").has(OF_NORTH_WEST, Set.of("wakefield", "liverpool")))
                .isTrue();
        assertThat(scope("case-admin-liverpool").has(OF_NORTH_WEST, Set.of("wakefield")))
                .isFalse();
    }

    @Test
    void onlyTheRolesThatAreAskedForCount() {
        assertThat(scope("hr-nw", "data-lead-nw").has(OF_NORTH_WEST, Set.of("nw")))
                .isFalse();
        assertThat(scope("hr-nw").parameters())
                .as("in SQL nowhere is no region's slug")
                .containsEntry("slugs", Set.of(""));
    }

    @Test
    void everyCaseIsTheServiceOwners() {
        CaseScope scope = scope("psc-service-owner");
        assertThat(scope.hasRegion("em")).isTrue();
        assertThat(scope.has(OF_NORTH_WEST, Set.of())).isTrue();
        assertThat(scope.parameters()).containsEntry("everywhere", true);
    }

    @Test
    void theRiskIsHighFromHighOn() {
        assertThat(RiskOfSeriousHarm.CODES)
                .filteredOn(RiskOfSeriousHarm::isHigh)
                .containsExactlyInAnyOrder("RHRH", "RVHR");
        assertThat(RiskOfSeriousHarm.CODES)
                .filteredOn(RiskOfSeriousHarm::isVeryHigh)
                .containsExactly("RVHR");
        assertThat(RiskOfSeriousHarm.isHigh(null)).isFalse();
        assertThat(RiskOfSeriousHarm.isVeryHigh(null)).isFalse();
    }

    private static CaseScope scope(String... groups) {
        return CaseScope.of(new Colleague("somebody", Set.of(groups)), ROLES);
    }
}
