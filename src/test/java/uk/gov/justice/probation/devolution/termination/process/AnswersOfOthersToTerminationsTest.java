package uk.gov.justice.probation.devolution.termination.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;

/** Every task of a termination is answered by people it was not given to, and with an answer about something else. */
class AnswersOfOthersToTerminationsTest extends ProcessScenario {

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    GivingEvidence evidence;

    private SomeTerminations some;
    private long about;

    @BeforeEach
    void aCaseThatEndsToday() {
        some = new SomeTerminations(jdbc);
        about = some.endingCase(LocalDate.now(time));
    }

    @Test
    void evidenceReviewAndAgreement() {
        given.theCase(about).rosh("RVHR").save();
        dueTerminations.startAll();
        tasklist.open("Task_Evidence");
        evidence.give(
                some.termination(about),
                Map.of("EVENT-1", "COMPLETED"),
                new Colleague("case-admin-nw", Set.of("case-admin-nw")));

        others.complete("Task_Evidence", "case-admin-nw", Map.of("evidenceOnPage", true));
        others.complete("Task_FinalReview", "practitioner-nw", Map.of("reviewDecision", "AGREE", "understood", true));
        others.complete(
                "Task_SpoReview",
                "spo-nw",
                Map.of("spoDecision", "AGREE", "understood", true),
                "practitioner-nw",
                "case-admin-nw");

        process(instance()).isCompleted().hasCompletedElements("End_Terminated");
        assertThat(records.messagesTo("head-of-operations-nw"))
                .as("after three refusals who manages it is told, of each task once")
                .hasSize(3);
    }

    @Test
    void whatStandsInTheWay() {
        some.component(about, "WARRANT", "W1", LocalDate.now(time).minusDays(3));
        dueTerminations.startAll();

        others.complete("Task_ClearBlocks", "case-admin-nw", Map.of("looked", true));

        process(instance()).hasCompletedElement("End_LookAgain", 1);
    }

    @Test
    void backToTheCourt() {
        some.order(about, "SESSIONS", 3000);
        dueTerminations.startAll();

        others.onWrongDays(
                "Task_BackToCourt",
                "practitioner-nw",
                Map.of(
                        "appliedOn",
                        LocalDate.now(time).toString(),
                        "extendedTo",
                        workingDay(100).toString()));
        others.complete(
                "Task_BackToCourt",
                "practitioner-nw",
                Map.of("appliedOn", LocalDate.now(time).toString()));

        process(instance()).isCompleted().hasCompletedElements("End_Extended");
    }

    @Test
    void theStartByHand() {
        long instance = byHand("X999999");

        others.complete("Task_ConfirmStart", "case-admin-nw", Map.of("startAnswer", "START"), "case-admin-liverpool");
        others.complete("Task_StartRefused", "case-admin-nw", Map.of());

        process(instance).isCompleted().hasCompletedElements("End_Refused");
    }

    @Test
    void aLimitedAccessCaseOnlyFromWhoMaySeeIt() {
        given.theCase(about).limitedAccess().save();
        dueTerminations.startAll();
        tasklist.open("Task_Evidence");

        others.complete(
                "Task_Evidence",
                "case-admin-nw",
                Map.of("evidenceOnPage", false),
                List.of("case-admin-nw").toArray(String[]::new));
    }

    private long byHand(String crn) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId("case-termination")
                .latestVersion()
                .variables(Map.of("crn", crn, "eventNumber", 1, "regionCode", "NW"))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private long instance() {
        return jdbc.sql("SELECT process_instance_key FROM termination WHERE id = ?")
                .param(some.termination(about))
                .query(Long.class)
                .single();
    }
}
