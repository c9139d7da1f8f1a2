package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * A case: one event of a person on probation. An unknown fact is {@code null}. {@link #toString} gives only the CRN,
 * because a limited-access case shows nothing else.
 *
 * @param regionSlug as in the names of task groups, e.g. {@code nw}
 * @param practitioner staff number of the practitioner in sentence management
 * @param limitedAccess whether access to the person is limited, because of this event or another one
 * @param endedOn the day on which the event was terminated
 */
public record ProbationCase(
        long id,
        String crn,
        int eventNumber,
        String regionCode,
        String regionSlug,
        String regionName,
        String pduName,
        String teamCode,
        String practitioner,
        String orderTypeCode,
        LocalDate startDate,
        LocalDate expectedEndDate,
        boolean standaloneUpw,
        String roshLevel,
        String tier,
        String mappaLevel,
        boolean limitedAccess,
        LocalDate endedOn) {

    /** What audit and notifications are about. */
    public String subject() {
        return subject(id);
    }

    public static String subject(long caseId) {
        return "case/" + caseId;
    }

    /** How tasks, letters and messages name it: "CRN X000123, event 1", or "CRN X000123" if access is limited. */
    public String text() {
        return limitedAccess ? "CRN " + crn : "CRN %s, event %d".formatted(crn, eventNumber);
    }

    /** The task group of those who hold the role in its region. */
    public String group(Role role) {
        return TaskGroup.of(role, regionSlug).name();
    }

    /**
     * The role of those who work on it in sentence management; an order of unpaid work that stands alone has its
     * officer there.
     */
    public Role practitionerRole() {
        return standaloneUpw ? Role.PSO : Role.PRACTITIONER;
    }

    @Override
    public String toString() {
        return "CRN " + crn;
    }
}
