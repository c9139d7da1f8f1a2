package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Somebody signed in to Tasklist. */
final class TasklistSession extends CamundaSession {
    private final TasklistApi api;
    private FilledForm form;
    private String task;

    TasklistSession(RunningProduct product, Browser browser, String user) {
        super(product, browser, product.tasklist(), user);
        api = new TasklistApi(product, user);
        // asked once of everybody who opens the list of processes
        Locator consent = page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Continue"));
        page.addLocatorHandler(consent, Locator::click);
    }

    /** Opens the start form of a process; {@link #startProcess} sends it. */
    FilledForm startForm(String processName) {
        page.navigate(product.tasklist() + "/processes");
        Locator tile = page.locator("[data-testid=process-tile], .cds--tile")
                .filter(new Locator.FilterOptions().setHasText(processName))
                .first();
        tile.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start process"))
                .click();
        return form();
    }

    /** Returns the key of the process instance. */
    long startProcess() {
        form.settle();
        Response started = page.waitForResponse(
                response -> response.url().matches(".*/v1/internal/processes/.*/start.*"),
                () -> page.getByRole(AriaRole.DIALOG)
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start process"))
                        .click());
        if (!started.ok()) {
            throw new AssertionError("The process was not started: " + started.text());
        }
        return Long.parseLong(started.text().replaceAll(".*\"id\":\"?(\\d+).*", "$1"));
    }

    /** Opens and claims the task of this element whose variable has this value. */
    FilledForm claim(String elementId, String variable, String jsonValue) {
        JsonNode found = eventually(
                "task %s with %s = %s".formatted(elementId, variable, jsonValue),
                () -> task(elementId, variable, jsonValue));
        task = found.path("id").asText();
        awaitVariables();
        page.navigate(product.tasklist() + "/" + task);
        Locator assign = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Assign to me"));
        Locator unassign = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Unassign"));
        assign.or(unassign).first().waitFor();
        if (assign.isVisible()) {
            assign.click();
            unassign.waitFor();
        }
        FilledForm opened = form();
        page.locator(".fjs-readonly")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return opened;
    }

    /**
     * Waits, because an open form never reloads: opened too early it shows questions that are not meant for this
     * person.
     */
    private void awaitVariables() {
        try {
            api.variables(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Optional<JsonNode> task(String elementId, String variable, String jsonValue) {
        JsonNode found = ask(
                "/v1/tasks/search",
                Map.of(
                        "state",
                        "CREATED",
                        "taskDefinitionId",
                        elementId,
                        "taskVariables",
                        List.of(Map.of("name", variable, "value", jsonValue, "operator", "eq"))));
        return StreamSupport.stream(found.spliterator(), false).findFirst();
    }

    /** The names of the tasks in this person's list. */
    List<String> openTaskNames() {
        page.navigate(product.tasklist());
        page.locator("[data-testid=scrollable-list], [data-testid=empty-state]")
                .or(page.getByText("No tasks found"))
                .first()
                .waitFor();
        return page.locator("[data-testid=scrollable-list] article").allInnerTexts();
    }

    String variable(String taskId, String name) {
        JsonNode variables =
                ask("/v1/tasks/%s/variables/search".formatted(taskId), Map.of("variableNames", List.of(name)));
        return variables.path(0).path("value").asText();
    }

    private FilledForm form() {
        Locator root = page.locator(".fjs-container").last();
        root.locator(".fjs-form").waitFor();
        form = new FilledForm(page, root);
        return form;
    }

    void complete() {
        form.settle();
        Response completed;
        try {
            completed = page.waitForResponse(
                    response -> response.url().matches(".*/v1/tasks/\\d+/complete"),
                    () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete Task"))
                            .click());
        } catch (TimeoutError notSent) {
            picture("not-completed-" + task);
            throw new AssertionError(
                    "Task %s was not sent; fields with errors: %s; the form: %s"
                            .formatted(task, form.errors(), form.words()),
                    notSent);
        }
        if (!completed.ok()) {
            throw new AssertionError("The task was not completed: " + completed.text());
        }
        page.waitForURL(address -> !address.contains(task));
    }
}
