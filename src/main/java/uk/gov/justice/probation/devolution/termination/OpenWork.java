package uk.gov.justice.probation.devolution.termination;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /** The inputs of the decision {@code termination-eligibility}; for each kind of blocker, whether one is open. */
    public Map<String, Object> flags() {
        Map<String, Object> flags = new HashMap<>(Map.of(
                "endedByEvent", endedByEvent,
                "hoursLeft", hoursLeft,
                "otherRequirementsActive", otherRequirementsActive));
        for (Blocker.Kind kind : Blocker.Kind.values())
            flags.put(kind.name().toLowerCase(Locale.ROOT) + "Open", has(kind));
        return flags;
    }
}
