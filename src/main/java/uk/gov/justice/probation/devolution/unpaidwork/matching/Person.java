package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.util.Set;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
import uk.gov.justice.probation.devolution.workforce.Position;

/**
 * What matching needs to know about the person an order is for. {@link #toString} leaves out everything but the CRN, to
 * keep it out of logs.
 *
 * @param roshLevel code of {@link RiskOfSeriousHarm}; null if not recorded
 * @param needsSpo whether a senior probation officer must approve the placement, and {@code needsPractitioner} whether
 *     the practitioner must
 * @param excludedAreas letters of the postcode areas the person must stay out of
 * @param noContact CRNs of the people the person must not meet
 * @param skills skill and education needs
 * @param home null if unknown
 */
public record Person(
        String crn,
        String regionCode,
        boolean limitedAccess,
        String roshLevel,
        boolean needsSpo,
        boolean spoApproved,
        boolean needsPractitioner,
        boolean practitionerApproved,
        boolean needsAccess,
        Days available,
        Set<String> excludedProjects,
        Set<String> excludedAreas,
        Set<String> noContact,
        Set<String> skills,
        Position home) {
    public Person {
        excludedProjects = Set.copyOf(excludedProjects);
        excludedAreas = Set.copyOf(excludedAreas);
        noContact = Set.copyOf(noContact);
        skills = Set.copyOf(skills);
    }

    @Override
    public String toString() {
        return "Person[crn=%s]".formatted(crn);
    }
}
