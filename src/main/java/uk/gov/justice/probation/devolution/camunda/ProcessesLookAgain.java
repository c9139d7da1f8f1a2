package uk.gov.justice.probation.devolution.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * These process instances read facts that have changed: they get the new values, and their open tasks go to whom the
 * models offer them with those values. Published in the transaction in which the change is followed, and carried out at
 * least once after its commit.
 *
 * @param occasion what changed the facts; everybody is told once of all that changed with it
 * @param why a sentence for those who lose or get a task
 * @param family whose tasks, by the folder of the models
 * @param variables the new values
 * @param former who must not keep what they claimed; null if there is nobody
 * @param successor who is told in place of the former one; null if there is nobody
 */
public record ProcessesLookAgain(
        String occasion,
        String why,
        String family,
        List<Long> processInstances,
        Map<String, Object> variables,
        String former,
        String successor) {
    /** The outbox keeps no longer events. */
    private static final int AT_ONCE = 100;

    /** The same for these instances, in as many events as it takes: none where nobody could lose or get anything. */
    public List<ProcessesLookAgain> among(List<Long> instances) {
        if (variables.isEmpty() && former == null) return List.of();
        List<ProcessesLookAgain> parts = new ArrayList<>();
        for (int from = 0; from < instances.size(); from += AT_ONCE)
            parts.add(new ProcessesLookAgain(
                    occasion,
                    why,
                    family,
                    List.copyOf(instances.subList(from, Math.min(instances.size(), from + AT_ONCE))),
                    variables,
                    former,
                    successor));
        return parts;
    }
}
