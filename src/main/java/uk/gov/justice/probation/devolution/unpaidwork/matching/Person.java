package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.util.Set;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
import uk.gov.justice.probation.devolution.workforce.Position;

/**
 * What matching needs to know of the person an order is about. Not for logs: {@link #toString} leaves out everything
 * but the CRN.
 *
 * @param roshLevel a code of {@link RiskOfSeriousHarm}; null if it is not recorded
 * @param mappaLevel {@code M1} to {@code M3}; null if there is none
 * @param excludedAreas letters of the postcode areas the person must stay out of
 * @param noContact CRNs of those the person must not meet
 * @param skills skill and education needs
 * @param home null if it is not known
 */
public record Person(
        String crn,
        String regionCode,
        boolean limitedAccess,
        String roshLevel,
        boolean spoApproved,
        String mappaLevel,
        boolean practitionerApproved,
        boolean needsAccess,
        Days available,
        Set<String> excludedProjects,
        Set<String> excludedAreas,
        Set<String> noContact,
        Set<String> skills,
        Position home) {
    private static final Set<String> MANAGED = Set.of("M2", "M3");

    public Person {
        excludedProjects = Set.copyOf(excludedProjects);
        excludedAreas = Set.copyOf(excludedAreas);
        noContact = Set.copyOf(noContact);
        skills = Set.copyOf(skills);
    }

    boolean needsSpo() {
        return RiskOfSeriousHarm.isVeryHigh(roshLevel);
    }

    boolean needsPractitioner() {
        return mappaLevel != null && MANAGED.contains(mappaLevel);
    }

    @Override
    public String toString() {
        return "Person[crn=%s]".formatted(crn);
    }
}
