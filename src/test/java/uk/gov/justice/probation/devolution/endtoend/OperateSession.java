package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody signed in to Operate. */
final class OperateSession extends CamundaSession {

    OperateSession(RunningProduct product, Browser browser, String user) {
        super(product, browser, product.operate(), user);
    }

    /** Opens an instance and waits until its diagram is drawn. */
    void watch(long processInstanceKey) {
        page.navigate(product.operate() + "/processes/" + processInstanceKey);
        page.locator("[data-element-id]").first().waitFor();
    }

    /** Waits until the diagram shows a token waiting at the element. */
    void awaitActive(long processInstanceKey, String elementId) {
        eventually("a token at %s of %d".formatted(elementId, processInstanceKey), () -> {
            JsonNode found = ask(
                    "/v1/flownode-instances/search",
                    Map.of(
                            "filter",
                            Map.of(
                                    "processInstanceKey",
                                    processInstanceKey,
                                    "flowNodeId",
                                    elementId,
                                    "state",
                                    "ACTIVE")));
            return found.path("total").asInt() > 0 ? Optional.of(true) : Optional.empty();
        });
    }

    String awaitIncident(long processInstanceKey) {
        return eventually("an incident of " + processInstanceKey, () -> {
            JsonNode found =
                    ask("/v1/incidents/search", Map.of("filter", Map.of("processInstanceKey", processInstanceKey)));
            return found.path("items").isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.path("items").path(0).path("message").asText());
        });
    }

    void retryInstance(long processInstanceKey) {
        watch(processInstanceKey);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Retry Instance")))
                .first()
                .click();
    }

    void openIncidents() {
        Locator bar = page.getByText(Pattern.compile("Incidents? occurred|View \\d+ Incident"))
                .first();
        bar.waitFor();
        bar.click();
    }

    void awaitState(long processInstanceKey, String state) {
        eventually("instance %d is %s".formatted(processInstanceKey, state), () -> {
            JsonNode found = ask("/v1/process-instances/search", Map.of("filter", Map.of("key", processInstanceKey)));
            return found.path("items").path(0).path("state").asText().equals(state)
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }
}
