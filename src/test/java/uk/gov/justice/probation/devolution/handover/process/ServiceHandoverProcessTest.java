package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.UserTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.TakingBackGo;
import uk.gov.justice.probation.devolution.security.Colleague;

class ServiceHandoverProcessTest extends ProcessScenario {

    private static final String PSC_MANAGER = "psc-manager-liverpool";
    private static final String HEAD_OF_OPERATIONS = "head-of-operations-nw";
    private static final String DIRECTOR = "rpd-nw";
    private static final String CHANGE_LEAD = "change-nw";

    @Autowired
    EndingHandovers ending;

    @Autowired
    TakingBackGo takingBack;

    private LocalDate due;

    @BeforeEach
    void fiveCasesAndATeamOfOne() {
        due = workingDay(30);
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 5);
        cases.administrator("NW", "A1");
    }

    @AfterEach
    void giveTheTeamItsBaseBack() {
        given.base("PSC_LIVERPOOL_ADMIN", "LIVERPOOL_VIRTUAL");
    }

    @Test
    void aServiceIsHandedOver() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);

        confirmInventory();
        brief();
        UserTask decision = decide(
                HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", due.toString()));
        assertThat(decision.getPriority()).isEqualTo(50);
        records.awaitState(handover, "SCHEDULED");
        untilMorningOf(workingDay(10));
        process(instance).hasCompletedElements("Task_Remind").hasActiveElements("Gateway_Wait");
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION"))
                .as("nothing moves before its day")
                .isEqualTo(5);
        untilMorningOf(due);
        bothSign("SIGN");
        records.awaitState(handover, "HYPERCARE");
        untilEveningOf(workingDay(10));
        process(instance).hasActiveElements("Task_Review");
        tasklist.complete("Task_Review", HEAD_OF_OPERATIONS, Map.of("reviewOutcome", "STABLE"));

        process(instance).isCompleted().hasCompletedElements("End_Closed");
        assertThat(records.state(handover)).isEqualTo("CLOSED");
        assertThat(records.held("REGION_NW", "ALLOCATION")).isEqualTo(5);
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION")).isZero();
        assertThat(records.frozenQueues(handover)).isZero();
        assertThat(records.lastReadiness(handover)).isEqualTo("GO: Every gate is met.");
        assertThat(records.decisions(handover))
                .contains(
                        "INVENTORY CONFIRM by " + PSC_MANAGER,
                        "DECISION GO by " + HEAD_OF_OPERATIONS,
                        "REVIEW STABLE by " + HEAD_OF_OPERATIONS);
        assertThat(records.messagesTo(PSC_MANAGER))
                .anyMatch(subject -> subject.contains("is planned for"))
                .contains("H-NW-1: closed");
    }

    @Test
    void theInventoryIsTakenAgainWhenItIsNotRight() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        tasklist.open("Task_ConfirmInventory");
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 2);

        tasklist.complete(
                "Task_ConfirmInventory",
                PSC_MANAGER,
                Map.of("inventoryAnswer", "TAKE_AGAIN", "inventoryNote", "Two cases came in"));

        process(instance)
                .hasCompletedElement("Task_TakeInventory", 2)
                .hasActiveElements("Task_ConfirmInventory")
                .hasVariable("inScope", 7);
        assertThat(records.items(handover, "IN_SCOPE")).isEqualTo(7);
    }

    @Test
    void aSiteMoveThatFeedsTheHandoverEndsFirst() {
        long move = programme.launched(ExampleHandover.siteMoveDue(due));
        long handover =
                programme.launched(ExampleHandover.due(due).row("H-NW-5").of("TERMINATIONS"));
        long instance = programme.start("service-handover", handover);
        process(instance)
                .isWaitingForMessage("handover.siteMoveEnded", Long.toString(handover))
                .hasVariable("siteMoveNames", "M1");
        assertThat(records.state(handover)).isEqualTo("WAITING");
        cases.heldBy("PSC_LIVERPOOL", "NW", "TERMINATIONS", 3);

        ending.close(move);

        process(instance).hasActiveElements("Task_ConfirmInventory").hasVariable("inScope", 3);
    }

    @Test
    void onTheReadinessDateWhatIsNotMetHoldsTheHandoverAndOnlyThatIsAskedAgain() {
        long handover = programme.launched(ExampleHandover.due(due).gates("BRIEFING", "EQIP"));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        tasklist.open("Task_Eqip");

        untilEveningOf(workingDay(25));

        process(instance).hasCompletedElements("Timer_ReadinessDate").hasTerminatedElements("Call_Gates");
        LocalDate newDate = workingDay(40);
        decide(
                HEAD_OF_OPERATIONS,
                Map.of(
                        "decision",
                        "HOLD",
                        "transferDate",
                        newDate.toString(),
                        "decisionNote",
                        "The process is not on EQIP yet"));
        process(instance)
                .hasCompletedElements("End_Hold")
                .hasVariable("outstandingGates", List.of("EQIP"))
                .hasVariable("plannedDate", newDate.toString());
        assertThat(records.lastReadiness(handover)).startsWith("HOLD: ").contains("EQIP");
        tasklist.complete(
                "Task_Eqip",
                CHANGE_LEAD,
                Map.of(
                        "eqipReference",
                        "EQIP-1",
                        "eqipPublishedOn",
                        LocalDate.now(time).toString()));
        decide(HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", newDate.toString()));
        untilMorningOf(newDate);

        process(instance).hasActiveElements("Call_Transfer").hasCompletedElement("SubProcess_Prepare", 2);
        assertThat(tasklist.allOpen("Task_Briefing")).isEmpty();
        assertThat(records.decisions(handover))
                .contains("DECISION HOLD by " + HEAD_OF_OPERATIONS, "DECISION GO by " + HEAD_OF_OPERATIONS);
    }

    @Test
    void aCancelledHandoverLetsItsCasesGo() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();

        decide(
                HEAD_OF_OPERATIONS,
                Map.of("decision", "CANCEL", "understood", true, "decisionNote", "The region takes another route"));

        process(instance).isCompleted().hasCompletedElements("Task_Cancel", "End_Cancelled");
        assertThat(records.state(handover)).isEqualTo("CANCELLED");
        assertThat(records.items(handover, "RELEASED")).isEqualTo(5);
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION")).isEqualTo(5);
    }

    @Test
    void aDecisionThatCannotStandComesBackWithTheReason() {
        LocalDate windowStart = workingDay(28);
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        tasklist.open("Task_Decide");
        given.theHandover(handover).windowFrom(windowStart).save();

        UserTask refused = decide(
                HEAD_OF_OPERATIONS,
                Map.of(
                        "decision",
                        "GO",
                        "understood",
                        true,
                        "transferDate",
                        workingDay(20).toString()));

        UserTask again = tasklist.open("Task_Decide", task -> task.getUserTaskKey() != refused.getUserTaskKey());
        assertThat(camunda.newUserTaskVariableSearchRequest(again.getUserTaskKey())
                        .send()
                        .join()
                        .items())
                .isNotEmpty();
        assertThat(variable(instance, "decisionRefused")).contains("before its window starts");
        assertThat(records.decisions(handover)).as("a refused decision is none").hasSize(1);
        decide(
                HEAD_OF_OPERATIONS,
                Map.of("decision", "GO", "understood", true, "transferDate", windowStart.toString()));
        records.awaitState(handover, "SCHEDULED");
    }

    @Test
    void goIsTakenBackUntilItsDayBeginsAndIsDecidedAgain() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        decide(HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", due.toString()));
        records.awaitState(handover, "SCHEDULED");

        takingBack.takeBack(
                handover,
                "The region asked for a week more",
                new Colleague(HEAD_OF_OPERATIONS, Set.of(HEAD_OF_OPERATIONS)));

        tasklist.open("Task_Decide");
        process(instance).hasCompletedElements("Catch_TakenBack");
        untilEveningOf(due);
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION"))
                .as("nothing moves on the day that was taken back")
                .isEqualTo(5);
        LocalDate later = workingDay(5);
        decide(HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", later.toString()));
        records.awaitState(handover, "SCHEDULED");
        untilMorningOf(later);
        process(instance).hasActiveElements("Call_Transfer");
        assertThat(records.decisions(handover))
                .containsSubsequence(
                        "DECISION GO by " + HEAD_OF_OPERATIONS,
                        "DECISION TAKEN_BACK by " + HEAD_OF_OPERATIONS,
                        "DECISION GO by " + HEAD_OF_OPERATIONS);
    }

    @Test
    void whatWasTakenBackIsDecidedAgainAlsoWhereTheProcessWasNotTold() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        decide(HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", due.toString()));
        records.awaitState(handover, "SCHEDULED");
        process(instance).hasActiveElements("Gateway_Wait");
        given.theHandover(handover).state("DECISION").withoutGoTask().save();

        untilEveningOf(due);

        tasklist.open("Task_Decide");
        process(instance)
                .hasCompletedElements("Task_GoStands", "Gateway_TakenBack")
                .hasNoActiveIncidents();
        assertThat(records.frozenQueues(handover)).isZero();
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION")).isEqualTo(5);
    }

    /** Somebody sends a field that the form does not have. */
    @Test
    void whatBeganWithAnEarlierModelIsNotOfferedWhatItCannotHear() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        tasklist.open("Task_Decide");
        given.tasksOf(instance).saysNotWhomItCalls().save();

        decide(HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", due.toString()));

        records.awaitState(handover, "SCHEDULED");
        assertThat(takingBack.whyNot(handover))
                .hasValueSatisfying(why -> assertThat(why).contains("made before decisions could be taken back"));
    }

    @Test
    void aPlannedDateThatIsPastIsNotProposedAsTheDayOfTheMove() {
        long handover = programme.launched(ExampleHandover.due(due));
        programme.start("service-handover", handover);
        confirmInventory();
        tasklist.open("Task_Briefing");
        given.theHandover(handover).planned(LocalDate.now(time).minusDays(3)).save();
        brief();

        UserTask decision = tasklist.open("Task_Decide");

        assertThat(camunda.newUserTaskVariableSearchRequest(decision.getUserTaskKey())
                        .filter(filter -> filter.name("transferDate"))
                        .send()
                        .join()
                        .items())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.getValue()).isEqualTo("null"));
    }

    @Test
    void aTeamWithoutABaseIsTheDirectorsToDecide() {
        given.base("PSC_LIVERPOOL_ADMIN", null);
        long handover = programme.launched(ExampleHandover.due(due));
        programme.start("service-handover", handover);
        confirmInventory();
        brief();

        UserTask decision = decide(
                DIRECTOR,
                Map.of(
                        "decision",
                        "GO",
                        "understood",
                        true,
                        "transferDate",
                        due.toString(),
                        "decisionNote",
                        "A base is promised for Monday"));

        assertThat(decision.getPriority()).isEqualTo(80);
        records.awaitState(handover, "SCHEDULED");
        assertThat(records.lastReadiness(handover)).startsWith("ESCALATE: ");
    }

    @Test
    void anOverdueHandoverIsEscalatedWithoutStoppingTheWork() {
        long handover = programme.launched(ExampleHandover.due(workingDay(2)));
        long instance = programme.start("service-handover", handover);
        process(instance).hasActiveElements("Task_ConfirmInventory");

        untilEveningOf(workingDay(2));
        tasklist.complete("Task_NoteOverdue", DIRECTOR, Map.of("overdueNote", "Spoken to the site; one week more"));

        process(instance)
                .isActive()
                .hasCompletedElements("End_OverdueNoted")
                .hasActiveElements("Task_ConfirmInventory");
        assertThat(records.messagesTo(DIRECTOR)).singleElement().asString().startsWith("H-NW-1 was due by");
        assertThat(records.decisions(handover)).containsExactly("OVERDUE NOTED by " + DIRECTOR);
    }

    @Test
    void withoutADueDateNothingIsEverOverdue() {
        long handover = programme.launched(ExampleHandover.due(null).row("H-SC-10"));
        long instance = programme.start("service-handover", handover);
        process(instance).hasActiveElements("Task_ConfirmInventory");

        untilEveningOf(workingDay(400));

        process(instance)
                .isActive()
                .hasActiveElements("Task_ConfirmInventory")
                .hasNotActivatedElements("Task_Escalate")
                .hasNoActiveIncidents();
    }

    @Test
    void calledOffAtSigningEndsTheHandoverEvenWhileTheDirectorsNoteIsOpen() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        decide(HEAD_OF_OPERATIONS, Map.of("decision", "GO", "understood", true, "transferDate", due.toString()));
        records.awaitState(handover, "SCHEDULED");
        untilEveningOf(due);
        tasklist.open("Task_NoteOverdue");

        bothSign("CALL_OFF");

        process(instance).isCompleted().hasCompletedElements("End_CalledOff").hasTerminatedElements("Task_NoteOverdue");
        assertThat(records.state(handover)).isEqualTo("CALLED_OFF");
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION")).isEqualTo(5);
    }

    private void confirmInventory() {
        tasklist.complete("Task_ConfirmInventory", PSC_MANAGER, Map.of("inventoryAnswer", "CONFIRM"));
    }

    private void brief() {
        tasklist.complete(
                "Task_Briefing",
                CHANGE_LEAD,
                Map.of(
                        "briefedStaff",
                        List.of("A1"),
                        "briefedOn",
                        LocalDate.now(time).toString()));
    }

    private UserTask decide(String colleague, Map<String, Object> form) {
        return tasklist.complete("Task_Decide", colleague, form);
    }

    private void bothSign(String signature) {
        tasklist.complete(
                "Task_SignReleasing",
                PSC_MANAGER,
                Map.of("releasingSignature", signature, "understood", true, "releasingNote", "As agreed"));
        tasklist.complete(
                "Task_SignReceiving",
                HEAD_OF_OPERATIONS,
                Map.of("receivingSignature", signature, "understood", true, "receivingNote", "As agreed"));
    }

    private String variable(long instance, String name) {
        return camunda.newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).name(name))
                .send()
                .join()
                .items()
                .getFirst()
                .getValue();
    }
}
