package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.OrderRow;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;

class UpwPlacementProcessTest extends ProcessScenario {

    private static final String SUPERVISOR = "upw-supervisor-nw";
    private static final String PRACTITIONER = "practitioner-nw";
    private static final Colleague OFFICER = new Colleague("pso-nw", Set.of("pso-nw"));

    @Autowired
    StartingOrders starting;

    @Autowired
    StoppingOrders stopping;

    @Autowired
    AssessingOrders assessing;

    @Autowired
    TakingInventory inventory;

    @Autowired
    DueToday due;

    @Autowired
    FollowingOrders following;

    private SomeOrders some;
    private long order;

    @BeforeEach
    void anOrderAndAProject() {
        some = new SomeOrders(jdbc);
        some.project("NW-01");
        given.theProject("NW-01").type("ES").save();
        order = some.order();
    }

    @Test
    void anOrderStartedByHandIsWorkedUntilItsHoursAreComplete() {
        given.theOrder(order).ordered(840).save();
        long asked = byHand("X000001", "NW");
        tasklist.complete("Task_ConfirmStart", "case-admin-nw", Map.of("startAnswer", "START"));
        process(asked).isCompleted().hasCompletedElements("End_StartedByHand");
        long instance = instance();
        tasklist.complete("Task_ConfirmTeam", "case-admin-nw", Map.of("teamChosen", "TEAM_NW_UPW"));
        tasklist.open("Task_Assess");
        assessing.write(order, new Assessment(true, false, Frequency.WEEKLY, "", ""), OFFICER);
        tasklist.complete(
                "Task_Assess", OFFICER.userName(), Map.of("inductionOn", today().toString(), "assessmentOnPage", true));
        tasklist.complete(
                "Task_ChooseProject",
                "placement-coordinator-nw",
                Map.of(
                        "projectChosen",
                        "NW-01",
                        "frequency",
                        "WEEKLY",
                        "firstSessionOn",
                        workingDay(1).toString()));
        process(instance).hasActiveElements("Call_Session", "Catch_LearningCheck");

        untilEveningOf(workingDay(1));
        tasklist.complete("Task_RecordOutcome", SUPERVISOR, attended());
        await("credited").atMost(Duration.ofSeconds(60)).until(this::credited, minutes -> minutes == 420);
        process(instance).hasCompletedElement("Call_Session", 1).hasActiveElements("Call_Session");
        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofDays(7));
        tasklist.complete("Task_RecordOutcome", SUPERVISOR, attended());

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_HoursWorked", "End_Completed", "End_OrderClosed")
                .hasCompletedElement("Call_Session", 2);
        assertThat(state()).isEqualTo("COMPLETE");
        assertThat(credited()).isEqualTo(840);
        assertThat(records.audited("order/" + order))
                .contains("ORDER_STARTED by case-admin-nw", "ORDER_COMPLETE by system");
    }

    @Test
    void whatCannotBeStartedByHandIsATaskThatSaysWhy() {
        long instance = byHand("X999999", "NW");

        tasklist.complete("Task_StartRefused", "case-admin-nw", Map.of());

        process(instance).isCompleted().hasCompletedElements("End_Refused");
        assertThat(state()).isEqualTo("NOT_STARTED");
    }

    @Test
    void whatNobodyConfirmsBeginsNothingAndCanBeWithdrawn() {
        long instance = byHand("X000001", "NW");
        tasklist.complete("Task_ConfirmStart", "case-admin-nw", Map.of("startAnswer", "WITHDRAW"));

        process(instance).isCompleted().hasCompletedElements("End_Withdrawn");
        assertThat(state()).isEqualTo("NOT_STARTED");
    }

    @Test
    void aStartForARegionThatIsNoneEndsWithNothingDone() {
        process(byHand("X000001", "XX")).isCompleted().hasCompletedElements("End_Nowhere");
        assertThat(state()).isEqualTo("NOT_STARTED");
        assertThat(records.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'START_WITHOUT_REGION'"))
                .isEqualTo(1);
    }

    @Test
    void anOrderInTheMiddleOfItsLifeStartsWhereItStandsAndAFailureIsEnforcedBesideItsSessions() {
        given.theOrder(order).credited(1200).warnings(1).save();
        some.session(order, "NW-01", today().plusDays(1));
        some.session(order, "NW-01", today().plusDays(8));
        starting.start(order, "system");
        long instance = instance();
        process(instance).hasActiveElements("Call_Session").hasNotActivatedElements("Call_Begin");

        untilEveningOf(today().plusDays(1));
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR,
                Map.of("outcomeCode", "UACP", "explained", true, "verySerious", false));

        tasklist.open("Task_BreachPack");
        process(instance).hasCompletedElement("Call_Session", 1).hasActiveElements("Call_Session", "Call_Enforcement");
        assertThat(credited()).as("what was credited before it came here").isEqualTo(1200);
        tasklist.complete(
                "Task_BreachPack",
                PRACTITIONER,
                Map.of("breachDecision", "SENT", "understood", true, "packSentOn", today().toString()));
        process(instance).hasCompletedElements("End_Enforced").hasActiveElements("Call_Session");
    }

    @Test
    void tasksThatWereOpenBeforeTheyWereNotedAreAboutTheOneSessionAndTheOneEnforcementThatWait() {
        given.theOrder(order).credited(1200).warnings(1).save();
        some.session(order, "NW-01", today().plusDays(1));
        some.session(order, "NW-01", today().plusDays(8));
        starting.start(order, "system");
        long instance = instance();
        untilEveningOf(today().plusDays(1));
        tasklist.open("Task_RecordOutcome");
        given.tasksAbout("sessionId").delete();
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR,
                Map.of("outcomeCode", "UACP", "explained", true, "verySerious", false));
        tasklist.open("Task_BreachPack");
        given.tasksAbout("enforcementId").delete();
        tasklist.complete(
                "Task_BreachPack",
                PRACTITIONER,
                Map.of("breachDecision", "SENT", "understood", true, "packSentOn", today().toString()));

        process(instance).hasCompletedElements("End_Enforced").hasActiveElements("Call_Session");
        assertThat(jdbc.sql("SELECT COALESCE(outcome_code, state) FROM upw_session ORDER BY id")
                        .query(String.class)
                        .list())
                .startsWith("UACP", "PLANNED");
        assertThat(jdbc.sql("SELECT state FROM upw_enforcement")
                        .query(String.class)
                        .list())
                .containsExactly("BREACHED");
        assertThat(records.count("SELECT COUNT(*) FROM task_subject WHERE from_before"))
                .isEqualTo(2);
    }

    @Test
    void aProjectThatHasNoMoreDaysIsFollowedByAnotherOne() {
        some.project("NW-02");
        given.theProject("NW-02").ends(TODAY.minusDays(1)).save();
        long instance =
                run("SESSIONS", one -> one.project("NW-02").frequency("WEEKLY").firstSession(TODAY.minusDays(30)));

        tasklist.complete(
                "Task_ChooseProject",
                "placement-coordinator-nw",
                Map.of(
                        "projectChosen",
                        "NW-01",
                        "frequency",
                        "FORTNIGHTLY",
                        "firstSessionOn",
                        workingDay(3).toString()));

        process(instance)
                .hasCompletedElements("Call_NewProject")
                .hasCompletedElement("Task_FindSession", 2)
                .hasActiveElements("Call_Session");
        assertThat(state()).isEqualTo("SESSIONS");
    }

    @Test
    void whatIsNotSuitableGoesBackToTheCourt() {
        long instance = run("ASSESSMENT", one -> one.suitable(null));
        tasklist.open("Task_Assess");
        assessing.write(order, new Assessment(false, false, Frequency.WEEKLY, "", ""), OFFICER);
        tasklist.complete(
                "Task_Assess", OFFICER.userName(), Map.of("inductionOn", today().toString(), "assessmentOnPage", true));

        tasklist.complete(
                "Task_NotSuitable", PRACTITIONER, Map.of("unsuitableDecision", "APPLY_TO_COURT", "understood", true));

        process(instance).isCompleted().hasCompletedElements("End_ToCourt", "End_BackToCourt");
        assertThat(state()).isEqualTo("COURT");
    }

    @Test
    void caseAdministrationHelpsWhereTheLearningIsNotTakenUp() {
        long instance = run(
                "INSTRUCTIONS", one -> one.project("NW-01").frequency("WEEKLY").firstSession(TODAY.plusDays(3)));
        process(instance).hasActiveElements("Catch_LearningCheck");
        untilEveningOf(workingDay(11));
        tasklist.open("Task_HelpWithLearning");
        untilEveningOf(workingDay(6));
        process(instance).hasCompletedElements("End_ToldLearning");

        tasklist.complete("Task_HelpWithLearning", "case-admin-nw", Map.of("helpGivenOn", today().toString()));

        process(instance).hasCompletedElements("End_Helped").hasActiveElements("Call_Session");
        assertThat(records.audited("order/" + order)).contains("LEARNING_HELPED by case-admin-nw");
    }

    @Test
    void learningThatIsTakenUpNeedsNoHelp() {
        long instance = run(
                "INSTRUCTIONS",
                one -> one.project("NW-01")
                        .frequency("WEEKLY")
                        .firstSession(TODAY.plusDays(3))
                        .credited(60)
                        .creditedForLearning(60));
        process(instance).hasActiveElements("Catch_LearningCheck");

        untilEveningOf(workingDay(11));

        process(instance).hasCompletedElements("End_Learning").hasNotActivatedElements("Task_HelpWithLearning");
    }

    @Test
    void progressIsReviewedAndForecastAndAtTheEndOfTheTwelveMonthsTheCourtIsAsked() {
        long instance = run(
                "SESSIONS", one -> working(one).sentenced(TODAY.minusMonths(9).plusDays(5)));
        process(instance).hasActiveElements("Call_Session");

        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofDays(7));
        due.tell();
        process(instance).hasCompletedElements("End_ForecastNine");
        tasklist.complete("Task_Review", PRACTITIONER, Map.of("reviewAnswer", "CHANGE_NEEDED"));
        process(instance).hasCompletedElement("End_Reviewed", 1);
        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofDays(62));
        due.tell();
        process(instance).hasCompletedElements("End_ForecastEleven");
        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofDays(31));
        due.tell();
        tasklist.open("Task_CourtApplication");
        tasklist.open("Task_Review");
        untilEveningOf(workingDay(11));
        process(instance).hasCompletedElements("End_ToldCourt", "End_ToldReview");
        tasklist.complete(
                "Task_CourtApplication",
                PRACTITIONER,
                Map.of("appliedOn", today().toString(), "applicationFor", "EXTEND"));

        process(instance).hasCompletedElements("End_Applied").hasActiveElements("SubProcess_Life");
        assertThat(records.audited("order/" + order))
                .contains("PROGRESS_REVIEWED by " + PRACTITIONER, "COURT_APPLIED by " + PRACTITIONER);
        assertThat(records.messagesTo(PRACTITIONER))
                .anyMatch(subject -> subject.contains("month 9"))
                .anyMatch(subject -> subject.contains("month 11"));
        assertThat(records.messagesTo("placement-coordinator-nw"))
                .anyMatch(subject -> subject.contains("something has to change"));
    }

    @Test
    void whereNoHoursAreLeftAtTheEndOfTheTwelveMonthsTheCourtIsNotAsked() {
        long instance = run(
                "SESSIONS", one -> working(one).sentenced(TODAY.minusMonths(12).plusDays(2)));
        process(instance).hasActiveElements("Call_Session");
        given.theOrder(order).creditedAllBut(0).save();

        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofDays(4));
        due.tell();

        process(instance).hasCompletedElements("End_NothingLeft").hasNotActivatedElements("Task_CourtApplication");
    }

    @Test
    void anOrderThatHasEndedMeanwhileNeedsNothing() {
        long instance = run("COMPLETE", one -> one.completed(MORNING));

        process(instance).isCompleted().hasCompletedElements("End_NothingToDo", "End_OrderClosed");
    }

    @Test
    void whateverIsOpenStopsAtOnceAndBeginsAgainWhereItStoodWhenItIsRestored() {
        given.theOrder(order).warnings(1).save();
        long instance = run("SESSIONS", UpwPlacementProcessTest::working);
        process(instance).hasActiveElements("Call_Session");
        untilEveningOf(today().plusDays(1));
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR,
                Map.of("outcomeCode", "UACP", "explained", true, "verySerious", false));
        tasklist.open("Task_BreachPack");
        tasklist.awaitAnswersRecorded();
        process(instance).hasActiveElements("Call_Session", "Call_Enforcement");

        stopping.stop(some.caseOf(order), "RECALLED", today());

        process(instance).isCompleted().hasCompletedElements("Task_StopOrder", "End_Stopped", "End_OrderClosed");
        assertThat(tasklist.allOpen("Task_BreachPack")).isEmpty();
        assertThat(tasklist.allOpen("Task_RecordOutcome")).isEmpty();
        assertThat(state()).isEqualTo("STOPPED");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM upw_session WHERE order_id = ? AND state = 'PLANNED' AND on_date > ?",
                        order,
                        today()))
                .isZero();

        stopping.restore(some.caseOf(order));

        long again =
                await("it runs again").atMost(Duration.ofSeconds(60)).until(this::instance, key -> key != instance);
        tasklist.open("Task_BreachPack");
        process(again).hasActiveElements("Call_Session", "Call_Enforcement").hasNotActivatedElements("Call_Begin");
        assertThat(records.count("SELECT COUNT(*) FROM case_letter WHERE template = 'BREACH'"))
                .as("no second letter")
                .isEqualTo(1);
    }

    @Test
    void anOrderThatTheCourtExtendsGoesOnWhereItStoodAndNoServiceIsSaidToBeFrozen() {
        long instance = run("SESSIONS", UpwPlacementProcessTest::working);
        process(instance).hasActiveElements("Call_Session");

        following.extend(order, today().plusMonths(14), OFFICER);

        process(instance)
                .hasCompletedElements("Message_OrderExtended")
                .hasCompletedElement("Task_SeeWhereItStands", 2)
                .hasActiveElements("Call_Session")
                .hasNotActivatedElements("Message_QueueFrozen");
    }

    @Test
    void whileTheServiceIsHandedOverOrdersWaitAndGoOnUnderTheNewOwner() {
        long atItsTeam = some.order("PSC_LIVERPOOL");
        long asked = byHand(crn(atItsTeam), "NW");
        tasklist.complete("Task_ConfirmStart", "case-admin-liverpool", Map.of("startAnswer", "START"));
        process(asked).isCompleted();
        assertThat(tasklist.open("Task_ConfirmTeam").getCandidateGroups()).containsExactly("case-admin-liverpool");
        order = some.order("PSC_LIVERPOOL");
        long atASession = run("SESSIONS", UpwPlacementProcessTest::working);
        process(atASession).hasActiveElements("Call_Session");
        untilEveningOf(today().plusDays(1));
        tasklist.open("Task_RecordOutcome");

        long handover = programme.launched(new ExampleHandover(
                "H-NW-9",
                HandoverKind.HANDOVER,
                "NW",
                "UPW_ORDERS",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 1),
                workingDay(30),
                "BRIEFING"));
        inventory.take(handover);
        programme.start(
                "case-transfer",
                handover,
                Map.of(
                        "fromManagerGroups",
                        List.of("psc-manager-liverpool"),
                        "receivingGroups",
                        List.of("head-of-operations-nw")));
        process(atASession).hasActiveElements("Catch_QueueReleased");
        process(key(atItsTeam)).hasActiveElements("Catch_QueueReleased");
        assertThat(tasklist.allOpen("Task_ConfirmTeam"))
                .as("the old owner's task is gone")
                .isEmpty();
        assertThat(tasklist.allOpen("Task_RecordOutcome")).isEmpty();
        tasklist.complete(
                "Task_SignReleasing",
                "psc-manager-liverpool",
                Map.of("releasingSignature", "SIGN", "understood", true));
        process(atASession).hasActiveElements("Catch_QueueReleased");
        tasklist.complete(
                "Task_SignReceiving",
                "head-of-operations-nw",
                Map.of("receivingSignature", "SIGN", "understood", true));

        assertThat(tasklist.open("Task_ConfirmTeam").getCandidateGroups()).containsExactly("case-admin-nw");
        tasklist.complete("Task_RecordOutcome", SUPERVISOR, attended());
        await("credited once").atMost(Duration.ofSeconds(60)).until(this::credited, minutes -> minutes == 420);
        process(atASession).hasCompletedElement("Task_SeeWhereItStands", 3).hasActiveElements("Call_Session");
        assertThat(records.held("REGION_NW", "UPW_ORDERS")).isEqualTo(3);
    }

    private long byHand(String crn, String region) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId("upw-placement")
                .latestVersion()
                .variables(Map.of("crn", crn, "eventNumber", 1, "regionCode", region))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** Starts the process of the order in the state it is in. @return the key of its instance */
    private long run(String state, UnaryOperator<OrderRow> as) {
        as.apply(given.theOrder(order)
                        .state(state)
                        .received(MORNING)
                        .allocated(TODAY)
                        .team("TEAM_NW_UPW")
                        .suitable(true))
                .save();
        orders.begin(order);
        return instance();
    }

    /** Placed on its project from tomorrow on. */
    private static OrderRow working(OrderRow one) {
        return one.project("NW-01").frequency("WEEKLY").firstSession(TODAY.plusDays(1));
    }

    private long instance() {
        return key(order);
    }

    private long key(long of) {
        return await("the process has begun")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT COALESCE(process_instance_key, 0) FROM upw_order WHERE id = ?")
                                .param(of)
                                .query(Long.class)
                                .single(),
                        key -> key != 0);
    }

    private String crn(long of) {
        return jdbc.sql("SELECT c.crn FROM probation_case c JOIN upw_order o ON o.case_id = c.id WHERE o.id = ?")
                .param(of)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> attended() {
        return Map.of(
                "outcomeCode",
                "ATTC",
                "workedFrom",
                "09:00",
                "workedUntil",
                "16:00",
                "penaltyMinutes",
                0,
                "quality",
                "GOOD",
                "behaviour",
                "GOOD");
    }

    private String state() {
        return jdbc.sql("SELECT state FROM upw_order WHERE id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private int credited() {
        return jdbc.sql("SELECT minutes_credited FROM upw_order WHERE id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
