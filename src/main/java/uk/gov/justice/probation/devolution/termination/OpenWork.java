package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;

/**
 * What is open in a case on a given day.
 *
 * @param endedByEvent whether a death, recall, revocation, deportation or transfer out ended it, in which case nothing
 *     blocks it
 * @param blockers what must be closed first
 * @param hoursLeft whether minutes of unpaid work are left to work
 * @param otherRequirementsActive whether other requirements or licence conditions continue
 * @param components what can be ended
 * @param needsSpo whether a senior probation officer must agree: the risk of serious harm is high or very high, the
 *     case is registered under MAPPA, or hours are outstanding
 */
public record OpenWork(
        boolean endedByEvent,
        List<Blocker> blockers,
        boolean hoursLeft,
        boolean otherRequirementsActive,
        List<CasePart> components,
        boolean needsSpo) {

    /** Whether a blocker of this kind is open. */
    public boolean has(Blocker.Kind kind) {
        return blockers.stream().anyMatch(blocker -> blocker.kind() == kind);
    }

    /** The inputs of the decision {@code termination-eligibility}. */
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
