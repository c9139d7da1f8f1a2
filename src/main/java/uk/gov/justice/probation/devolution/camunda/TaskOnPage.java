package uk.gov.justice.probation.devolution.camunda;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A task whose form asks no more than whether something was done on our page. The page completes it (ADR 0094).
 *
 * @param ticks the boxes of its form, all of which are ticked then
 */
public record TaskOnPage(String processId, String elementId, Set<String> ticks) {

    public static TaskOnPage of(String processId, String elementId, String... ticks) {
        return new TaskOnPage(processId, elementId, Set.of(ticks));
    }

    Map<String, Object> answers() {
        return ticks.stream().collect(Collectors.toMap(tick -> tick, tick -> true));
    }
}
