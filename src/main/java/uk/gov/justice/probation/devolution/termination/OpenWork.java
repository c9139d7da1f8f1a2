package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;

/**
 * What of a case is open on a day.
 *
 * @param endedByEvent a death, recall, revocation, deportation or transfer out ended it: nothing blocks it
 * @param blockers what must be closed first
 * @param hoursLeft whether minutes of unpaid work are left that must still be worked
 * @param otherRequirementsActive whether requirements or licence conditions run on
 * @param components what can be ended
 * @param needsSpo whether a senior probation officer must agree: very high or high risk of serious harm, registered
 *     under MAPPA, or hours outstanding
 */
public record OpenWork(
        boolean endedByEvent,
        List<Blocker> blockers,
        boolean hoursLeft,
        boolean otherRequirementsActive,
        List<CasePart> components,
        boolean needsSpo) {

    /** Whether a breach, warrant, enforcement or appointment is open. */
    public boolean has(Blocker.Kind kind) {
        return blockers.stream().anyMatch(blocker -> blocker.kind() == kind);
    }

    /** What the decision {@code termination-eligibility} asks. */
    public Map<String, Object> flags() {
        return Map.of(
                "endedByEvent",
                endedByEvent,
                "breachOpen",
                has(Blocker.Kind.BREACH),
                "warrantOpen",
                has(Blocker.Kind.WARRANT),
                "enforcementOpen",
                has(Blocker.Kind.ENFORCEMENT),
                "appointmentOpen",
                has(Blocker.Kind.APPOINTMENT),
                "hoursLeft",
                hoursLeft,
                "otherRequirementsActive",
                otherRequirementsActive);
    }
}
