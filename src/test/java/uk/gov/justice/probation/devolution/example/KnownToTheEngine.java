package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that the engine may know of a limited-access case: its CRN, our own keys and addresses, region and groups,
 * days counted from a task's creation, and the path a process takes.
 */
public final class KnownToTheEngine {
    private static final Set<String> EMPTY = Set.of("null", "[]", "\"\"");
    /** Why a task of a limited-access case comes back, whatever the reason. */
    private static final String ANSWER_ON_THE_PAGE =
            "\"This is a limited-access case: give your answer on our page, which says what is missing, then complete this task again.\"";

    private static final Set<String> OF_ORDERS = Set.of(
            "crn",
            "caseText",
            "taskContextDisplayName",
            "limited",
            "orderId",
            "sessionId",
            "enforcementId",
            "consoleUrl",
            "orderUrl",
            "sessionUrl",
            "assessmentUrl",
            "proposalsUrl",
            "enforcementUrl",
            "regionCode",
            "regionSlug",
            "regionName",
            "ownerGroup",
            "practitionerGroup",
            "startGroup",
            "taskGroup",
            "taskDueAt",
            "teamDueAt",
            "teamNoticeCycle",
            "assessDueAt",
            "assessNoticeCycle",
            "approvalDueAt",
            "approvalNoticeCycle",
            "projectDueAt",
            "projectNoticeCycle",
            "sessionDueAt",
            "sessionLateAt",
            "reviewDueAt",
            "reviewNoticeCycle",
            "courtDueAt",
            "courtNoticeCycle",
            "helpDueAt",
            "helpNoticeCycle",
            "learningCheckAt",
            "evidenceUntilAt",
            "replyUntilAt",
            "packDueAt",
            "packDueText",
            "packNoticeCycle",
            "stepDueAt",
            "step",
            "way",
            "begun",
            "hoursLeft",
            "learningTakenUp",
            "completed",
            "outcomeGiven",
            "sessionCancelled",
            "month",
            "sessionText",
            "acknowledged",
            "startAnswer",
            "assessmentOnPage",
            "projectOnPage",
            "approvalAsked");

    private static final Set<String> OF_TERMINATIONS = Set.of(
            "crn",
            "caseText",
            "taskContextDisplayName",
            "requestText",
            "limited",
            "terminationId",
            "consoleUrl",
            "terminationUrl",
            "regionCode",
            "regionSlug",
            "regionName",
            "ownerGroup",
            "practitionerGroup",
            "confirmGroups",
            "taskDueAt",
            "lookAgainAt",
            "overdueNoticeCycle",
            "over",
            "frozen",
            "stillSo",
            "way",
            "secondReview",
            "goesOn",
            "readable",
            "acknowledged",
            "startAnswer",
            "evidenceOnPage",
            "looked");

    private final CamundaClient camunda;

    public KnownToTheEngine(CamundaClient camunda) {
        this.camunda = camunda;
    }

    /** Checks every variable with a value, in every scope of every process of unpaid work and terminations so far. */
    public void isWhatItMayKnowOf(String crn) {
        assertThat(of("upw-"))
                .as("unpaid work: what the engine knows")
                .extracting(Variable::getName)
                .isNotEmpty()
                .isSubsetOf(OF_ORDERS);
        assertThat(of("case-termination"))
                .as("terminations: what the engine knows")
                .extracting(Variable::getName)
                .isSubsetOf(OF_TERMINATIONS);
        assertThat(of(""))
                .filteredOn(variable -> variable.getName().endsWith("Text")
                                && !variable.getName().equals("packDueText")
                        || variable.getName().equals("taskContextDisplayName"))
                .extracting(Variable::getValue)
                .containsOnly("\"CRN %s\"".formatted(crn));
        assertThat(of(""))
                .filteredOn(variable -> variable.getName().equals("caseText"))
                .as("the walk finds what is there")
                .isNotEmpty();
    }

    private List<Variable> of(String processes) {
        Set<Long> instances =
                camunda.newProcessInstanceSearchRequest().page(page -> page.limit(1_000)).send().join().items().stream()
                        .filter(instance -> instance.getProcessDefinitionId().startsWith(processes))
                        .map(ProcessInstance::getProcessInstanceKey)
                        .collect(Collectors.toSet());
        return camunda.newVariableSearchRequest().page(page -> page.limit(1_000)).send().join().items().stream()
                .filter(variable ->
                        instances.contains(variable.getProcessInstanceKey()) && !EMPTY.contains(variable.getValue()))
                .filter(variable -> !variable.getName().endsWith("Refused")
                        || !variable.getValue().equals(ANSWER_ON_THE_PAGE))
                .toList();
    }
}
