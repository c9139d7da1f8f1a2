package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * A case: one event of a person on probation. Unknown facts are {@code null}. {@link #toString} returns only the CRN,
 * because nothing else may be shown of a limited-access case.
 *
 * @param regionSlug as used in group names, e.g. {@code nw}
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

    /** Its subject in audit entries and messages. */
    public String subject() {
        return subject(id);
    }

    public static String subject(long caseId) {
        return "case/" + caseId;
    }

    /** Its name in tasks, letters and messages: "CRN X000123, event 1", or "CRN X000123" if access is limited. */
    public String text() {
        return limitedAccess ? "CRN " + crn : "CRN %s, event %d".formatted(crn, eventNumber);
    }

    /** The task group for this role in the case's region. */
    public String group(Role role) {
        return TaskGroup.of(role, regionSlug).name();
    }

    /** The role that works on it in sentence management. For a stand-alone unpaid work order that is a PSO. */
    public Role practitionerRole() {
        return standaloneUpw ? Role.PSO : Role.PRACTITIONER;
    }

    @Override
    public String toString() {
        return "CRN " + crn;
    }
}
