package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;
import uk.gov.justice.probation.devolution.unpaidwork.session.CancellingDays;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

/** Two people work in a group every week, and are expected there today. */
class UpwRegisterProcessTest extends ProcessScenario {
    private static final Colleague SUPERVISOR = new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw"));
    private static final Colleague OTHER = new Colleague("second-supervisor", Set.of("upw-supervisor-nw"));

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    CancellingDays cancelling;

    @Autowired
    DueToday due;

    @Autowired
    Imports imports;

    @Autowired
    TransactionTemplate transaction;

    private SomeSessions some;
    private long first;
    private long second;

    @BeforeEach
    void twoOrdersThatWaitForTheirRegister() {
        some = orders.some();
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        first = expectedToday(6000, 0);
        second = expectedToday(6000, 5580);
        untilEveningOf(today());
    }

    private long expectedToday(int ordered, int credited) {
        long order = some.order("NW-01", ordered, credited, today().minusMonths(2), today().minusWeeks(2));
        given.theOrder(order)
                .received(MORNING)
                .allocated(today())
                .team("TEAM_NW_UPW")
                .suitable(true)
                .save();
        some.session(order, "NW-01", today());
        orders.begin(order);
        process(instanceOf(order)).hasActiveElements("Catch_GoesOn").hasNotActivatedElements("Call_Session");
        return order;
    }

    @Test
    void aDayIsOneTaskThatComesBackUntilEverybodyHasAnOutcomeAndItsOrdersHearOnlyWhatTheyMustDo() {
        due.tell();
        due.tell();
        assertThat(tasklist.card(tasklist.open("Task_KeepRegister")).orElseThrow())
                .matches(".+, \\w{3} \\d{1,2} \\w{3,4}");
        assertThat(tasklist.allOpen("Task_KeepRegister")).hasSize(1);

        recording.record(session(first), outcome("ATTC"), SUPERVISOR);
        tasklist.complete("Task_KeepRegister", SUPERVISOR.userName(), Map.of());
        await("it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(this::refusal, text -> text.contains("1 person has no outcome yet"));
        assertThat(credited(first)).isEqualTo(420);

        recording.record(session(second), outcome("ATTC"), SUPERVISOR);

        process(register()).isCompleted().hasCompletedElements("Message_RegisterDone", "End_RegisterComplete");
        process(instanceOf(first)).hasActiveElements("Catch_GoesOn").hasCompletedElement("Task_FindSession", 1);
        process(instanceOf(second)).isCompleted().hasCompletedElements("Catch_GoesOn", "End_HoursWorked");
        assertThat(records.count("SELECT COUNT(*) FROM upw_order WHERE id = ? AND state = 'COMPLETE'", second))
                .isEqualTo(1);
        assertThat(instancesOf("upw-session")).isZero();
    }

    @Test
    void whoFailsIsEnforcedWhileTheOrderWaitsAndWhoComesSecondIsTold() {
        due.tell();
        tasklist.open("Task_KeepRegister");

        recording.record(session(first), outcome("UACP"), SUPERVISOR);

        assertThatThrownBy(() -> recording.record(session(first), outcome("ATTC"), OTHER))
                .isInstanceOf(Taken.class)
                .hasMessageContaining(SUPERVISOR.userName());
        process(instanceOf(first)).hasActiveElements("Catch_GoesOn", "Call_Enforcement");
        assertThat(credited(first)).isZero();
        assertThat(records.count(
                        "SELECT COUNT(*) FROM upw_session WHERE order_id = ? AND state = 'PLANNED' AND on_register AND on_date > ?",
                        first,
                        today()))
                .as("planned again, on registers")
                .isPositive();
    }

    @Test
    void aFileThatCompletesTheDayEndsIt() {
        due.tell();
        tasklist.open("Task_KeepRegister");
        for (long order : List.of(first, second))
            given.theSession(session(order)).reference("F-" + order).save();

        imports.take(
                "upw-sessions",
                new ByteArrayInputStream(jdbc.sql("""
                                SELECT CONCAT_WS(',', s.session_reference, c.crn, c.event_number, o.requirement_id, s.project_code, s.on_date, '09:00,16:00,ATTC,0,GOOD,GOOD,,false', s.version)
                                FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN probation_case c ON c.id = o.case_id WHERE s.on_date = ?
                                """).param(today()).query(String.class).list().stream()
                        .reduce(
                                "sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version",
                                (file, row) -> file + "\n" + row)
                        .getBytes(StandardCharsets.UTF_8)),
                Colleague.system());

        process(register()).isCompleted().hasCompletedElements("Message_RegisterDone");
        assertThat(credited(first)).isEqualTo(420);
        assertThat(records.count("SELECT COUNT(*) FROM upw_credit WHERE order_id = ?", first))
                .isEqualTo(1);
    }

    @Test
    void aDayThatIsCancelledEndsItsRegisterToo() {
        due.tell();
        tasklist.open("Task_KeepRegister");

        for (long order : List.of(first, second))
            cancelling.cancel(session(order), 1, CancellingDays.Reason.WEATHER, SUPERVISOR);

        process(register()).isCompleted().hasCompletedElements("Message_RegisterDone");
    }

    @Test
    void whatIsMissingIsAskedForAndTheTaskStays() {
        due.tell();
        tasklist.open("Task_KeepRegister");

        untilEveningOf(workingDay(3));

        process(register())
                .hasCompletedElements("Timer_RegisterLate", "End_RegisterReminded")
                .hasActiveElements("Task_KeepRegister");
        assertThat(records.messagesTo("upw-supervisor-nw")).anyMatch(subject -> subject.contains("is not complete"));
    }

    @Test
    void aRegisterThatIsCompleteBeforeItIsAskedForIsATaskForNobody() {
        transaction.executeWithoutResult(together -> {
            due.tell();
            for (long order : List.of(first, second)) recording.record(session(order), outcome("ATTC"), SUPERVISOR);
        });

        await("it begins").atMost(Duration.ofSeconds(60)).until(() -> instancesOf("upw-register"), begun -> begun == 1);
        process(register()).isCompleted().hasCompletedElements("End_NothingMissing");
    }

    @Test
    void onlyASupervisorOfTheRegionKeepsIt() {
        due.tell();
        tasklist.open("Task_KeepRegister");
        for (long order : List.of(first, second))
            given.theSession(session(order))
                    .recorded("ATTC")
                    .recordedBy(OTHER.userName())
                    .save();

        others.complete("Task_KeepRegister", SUPERVISOR.userName(), Map.of(), "case-admin-nw");

        process(register()).isCompleted().hasCompletedElements("End_RegisterKept");
        assertThat(records.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'REGISTER_KEPT'"))
                .isEqualTo(1);
    }

    private static Outcome outcome(String code) {
        return new Outcome(code, null, null, 0, null, null, null, false, false, false, 1);
    }

    private long session(long order) {
        return jdbc.sql("SELECT id FROM upw_session WHERE order_id = ? AND on_date = ?")
                .params(order, today())
                .query(Long.class)
                .single();
    }

    private int credited(long order) {
        return jdbc.sql("SELECT COALESCE(SUM(minutes), 0) FROM upw_credit WHERE order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private long instanceOf(long order) {
        return await("the process has begun")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT COALESCE(process_instance_key, 0) FROM upw_order WHERE id = ?")
                                .param(order)
                                .query(Long.class)
                                .single(),
                        key -> key != 0);
    }

    private long register() {
        await("it began")
                .atMost(Duration.ofSeconds(60))
                .until(() -> records.count("SELECT COUNT(*) FROM task_subject WHERE name = 'registerId'") > 0);
        return jdbc.sql("SELECT instance_key FROM task_subject WHERE name = 'registerId'")
                .query(Long.class)
                .single();
    }

    private int instancesOf(String process) {
        return camunda.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(process))
                .send()
                .join()
                .items()
                .size();
    }

    private String refusal() {
        return camunda
                .newVariableSearchRequest()
                .filter(filter -> filter.name("registerRefused"))
                .send()
                .join()
                .items()
                .stream()
                .map(found -> found.getValue())
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
