package uk.gov.justice.probation.devolution.consultation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.cohort.GivingMoreTime;
import uk.gov.justice.probation.devolution.consultation.onetoone.NamingStandIns;
import uk.gov.justice.probation.devolution.consultation.onetoone.NamingStandIns.StandIn;
import uk.gov.justice.probation.devolution.consultation.onetoone.RecordingOneToOnes;
import uk.gov.justice.probation.devolution.consultation.onetoone.RecordingOneToOnes.Meeting;
import uk.gov.justice.probation.devolution.consultation.onetoone.RecordingOneToOnes.Outcome;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

class OneToOneProcessTest extends ProcessScenario {

    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    ChangingCohorts cohorts;

    @Autowired
    GivingMoreTime moreTime;

    @Autowired
    RecordingOneToOnes recording;

    @Autowired
    NamingStandIns naming;

    private long about;
    private long person;

    @BeforeEach
    void somebodyIsToBeMet() {
        about = consultation.at(ConsultationState.INDIVIDUAL);
        person = consultation.person(about, "P0001");
    }

    @Test
    void theLineManagerSaysThatTheMeetingWasHeldAndNotWhatWasSaid() {
        long instance = start();
        var task = tasklist.open("Task_OneToOne");
        assertThat(tasklist.card(task)).contains("Person P0001 (P0001)");
        assertThat(scopesThatHold("Person P0001"))
                .as("none but the task, and the step that found out who asks")
                .contains(task.getElementInstanceKey())
                .doesNotContain(instance);

        tasklist.complete(
                "Task_OneToOne",
                ExampleConsultation.MANAGER,
                Map.of(
                        "meetingOutcome",
                        "HELD",
                        "metOn",
                        LocalDate.now(time).toString(),
                        "withUnionRep",
                        "YES",
                        "notesKept",
                        true));

        process(instance).isCompleted().hasCompletedElements("End_Met");
        assertThat(scopesThatHold("Person P0001")).doesNotContain(instance);
        assertThat(standing()).isEqualTo("HELD on %s, with a union".formatted(LocalDate.now(time)));
        assertThat(records.audited("consultation/" + about)).containsExactly("ONE_TO_ONE_HELD by LM001");
    }

    @Test
    void aPersonMayDeclineTheMeeting() {
        long instance = start();

        tasklist.complete(
                "Task_OneToOne", ExampleConsultation.MANAGER, Map.of("meetingOutcome", "DECLINED", "notesKept", true));

        process(instance).isCompleted();
        assertThat(standing()).isEqualTo("DECLINED on no day, without a union");
    }

    @Test
    void whereTheLineManagerIsAwayHrHoldsTheMeeting() {
        given.theColleague(ExampleConsultation.MANAGER).absent("SICKNESS").save();
        long instance = start();

        tasklist.complete("Task_OneToOne", HR.userName(), Map.of("meetingOutcome", "DECLINED", "notesKept", true));

        process(instance).isCompleted();
    }

    @Test
    void theLineManagerIsRemindedAndHrToldWithoutAName() {
        long instance = start();
        tasklist.open("Task_OneToOne");

        untilMorningOf(workingDay(10));
        process(instance).hasCompletedElements("End_Reminded").hasNotActivatedElements("Task_Escalate");
        untilEveningOf(workingDay(6));

        process(instance).hasCompletedElements("End_Escalated").hasActiveElements("Task_OneToOne");
        assertThat(records.messagesTo(ExampleConsultation.MANAGER))
                .singleElement()
                .asString()
                .endsWith("a one-to-one is due");
        assertThat(records.messagesTo("hr-nw")).singleElement().asString().endsWith("a one-to-one is overdue");
        assertThat(jdbc.sql("SELECT CONCAT(subject, body) FROM notification")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains("P0001"));
    }

    @Test
    void moreTimeForThisPersonMovesTheirDatesAndBringsTheTaskBack() {
        long instance = start();
        tasklist.open("Task_OneToOne");
        LocalDate back = workingDay(60);

        moreTime.extend(person, back, "Planted: maternity leave", HR);

        process(instance).hasCompletedElement("Task_Prepare", 2).hasActiveElements("Task_OneToOne");
        untilMorningOf(workingDay(40));
        process(instance).hasNotActivatedElements("Task_Remind", "Task_Escalate");
        assertThat(tasklist.open("Task_OneToOne").getDueDate().toLocalDate()).isEqualTo(back);
        assertThat(jdbc.sql("SELECT one_to_one_due FROM cohort_member WHERE id = ?")
                        .param(person)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(back);
        assertThat(variables()).noneMatch(value -> value.contains("maternity"));
    }

    @Test
    void whatIsRecordedOnOurPageEndsTheTask() {
        long instance = start();
        tasklist.open("Task_OneToOne");

        recording.record(
                person,
                new Meeting(
                        Outcome.HELD,
                        LocalDate.now(time),
                        false,
                        "Planted: said in confidence",
                        "",
                        UnaryOperator.identity()),
                new Colleague(ExampleConsultation.MANAGER, Set.of()));

        process(instance).isCompleted().hasCompletedElements("Message_Extended", "End_NotNeeded");
        assertThat(tasklist.allOpen("Task_OneToOne")).isEmpty();
        assertThat(standing()).isEqualTo("HELD on %s, without a union".formatted(LocalDate.now(time)));
        assertThat(variables()).noneMatch(value -> value.contains("confidence"));
    }

    @Test
    void whoeverStandsInIsOfferedTheTaskAndMayAnswerIt() {
        long instance = start();
        tasklist.open("Task_OneToOne");
        var staff = new SomeStaff(jdbc);
        staff.add("LM002", "NW", null);
        staff.add("P0002", "NW", "LM002");

        naming.name(List.of(person), new StandIn("LM002", null, null), HR);

        process(instance).hasCompletedElement("Task_Prepare", 2).hasActiveElements("Task_OneToOne");
        assertThat(tasklist.open("Task_OneToOne").getCandidateUsers())
                .containsExactlyInAnyOrder("LM002", ExampleConsultation.MANAGER);
        tasklist.complete("Task_OneToOne", "LM002", Map.of("meetingOutcome", "DECLINED", "notesKept", true));
        process(instance).isCompleted();
        assertThat(standing()).startsWith("DECLINED");
    }

    @Test
    void whoeverStandsInFromADayToADayHasTheTaskOnThoseDaysAlone() {
        start();
        tasklist.open("Task_OneToOne");
        var staff = new SomeStaff(jdbc);
        staff.add("LM002", "NW", null);
        staff.add("P0002", "NW", "LM002");
        LocalDate first = workingDay(2);
        LocalDate last = workingDay(3);

        naming.name(List.of(person), new StandIn("LM002", first, last), HR);
        untilMorningOf(workingDay(1));
        naming.followDays();
        assertOfferedTo(ExampleConsultation.MANAGER);
        untilMorningOf(first);
        naming.followDays();
        assertOfferedTo("LM002", ExampleConsultation.MANAGER);
        untilMorningOf(workingDay(4));
        naming.followDays();
        assertOfferedTo(ExampleConsultation.MANAGER);
        assertThat(records.messagesTo(ExampleConsultation.MANAGER)).isNotEmpty();
    }

    private void assertOfferedTo(String... users) {
        await("offered to " + List.of(users))
                .untilAsserted(() -> assertThat(tasklist.open("Task_OneToOne").getCandidateUsers())
                        .containsExactlyInAnyOrder(users));
    }

    @Test
    void whoLeavesIsNotMet() {
        long instance = start();
        tasklist.open("Task_OneToOne");

        cohorts.leave(person, HR);

        process(instance).isCompleted().hasCompletedElements("End_Left");
        assertThat(tasklist.allOpen("Task_OneToOne")).isEmpty();
        assertThat(standing()).startsWith("WAITING");
    }

    @Test
    void aTaskOfBeforeThatCannotComeAgainIsBroughtBackInOperateAndAnsweredByWhoseItIs() {
        long instance = start();
        UserTask task = tasklist.open("Task_OneToOne");
        given.allTasksAbout().fromBefore().save();
        Map<String, Object> declined = Map.of("meetingOutcome", "DECLINED", "notesKept", true);

        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("change-nw")
                .send()
                .join();
        camunda.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(declined)
                .send()
                .join();
        process(instance).hasActiveIncidents();
        assertThat(standing()).startsWith("WAITING");
        camunda.newModifyProcessInstanceCommand(instance)
                .activateElement("Task_OneToOne")
                .and()
                .terminateElement(task.getElementInstanceKey())
                .send()
                .join();
        tasklist.complete(
                tasklist.open("Task_OneToOne", other -> other.getUserTaskKey() != (long) task.getUserTaskKey()),
                ExampleConsultation.MANAGER,
                declined);

        process(instance).isCompleted();
        assertThat(standing()).startsWith("DECLINED");
    }

    @Test
    void twoProcessesDoNotMeetThePersonTwice() {
        start();
        tasklist.open("Task_OneToOne");

        long second = start();

        process(second).isCompleted().hasCompletedElements("End_NotNeeded");
        assertThat(tasklist.allOpen("Task_OneToOne")).hasSize(1);
    }

    private long start() {
        return consultation.start("one-to-one", about, Map.of("memberId", person));
    }

    private String standing() {
        return jdbc.sql("""
            SELECT CONCAT(one_to_one_state, ' on ', COALESCE(met_on, 'no day'), IF(with_union_rep, ', with a union', ', without a union')) FROM cohort_member WHERE id = ?
            """).param(person).query(String.class).single();
    }

    private List<Long> scopesThatHold(String words) {
        return camunda.newVariableSearchRequest().page(page -> page.limit(200)).send().join().items().stream()
                .filter(variable -> variable.getValue().contains(words))
                .map(Variable::getScopeKey)
                .toList();
    }

    private List<String> variables() {
        return camunda.newVariableSearchRequest().page(page -> page.limit(200)).send().join().items().stream()
                .map(variable -> variable.getValue())
                .toList();
    }
}
