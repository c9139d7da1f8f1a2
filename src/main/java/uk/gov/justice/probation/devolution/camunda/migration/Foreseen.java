package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses.Deployed;

/**
 * What a migration would do, before it is begun.
 *
 * @param becomes the elements that become others, by the plan
 * @param settledBefore what stays as it was in steps that have begun: by the name of the step, in words
 */
public record Foreseen(
        Deployed from,
        Deployed to,
        List<Long> going,
        List<Left> staying,
        Map<String, String> becomes,
        Map<String, Set<String>> settledBefore) {

    /** An instance that stays, and why. */
    public record Left(long instance, String why) {}

    public int running() {
        return going.size() + staying.size();
    }
}
