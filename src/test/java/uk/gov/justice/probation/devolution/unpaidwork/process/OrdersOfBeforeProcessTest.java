package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.search.response.ProcessInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.IncompleteEventPublications;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.ProcessModels;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

/**
 * Orders that were started with the models of an earlier release, in which unpaid work was called placement or had no
 * extension, continue in this one.
 */
class OrdersOfBeforeProcessTest extends ProcessScenario {
    private static final Colleague SUPERVISOR = new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw"));
    private static final String PRACTITIONER = "practitioner-nw";

    @Autowired
    ProcessModels today;

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    DueToday due;

    @Autowired
    StoppingOrders stopping;

    @Autowired
    FollowingOrders following;

    @Autowired
    IncompleteEventPublications outbox;

    private SomeOrders some;
    private long order;

    @BeforeEach
    void anOrderThatWorksEveryWeekInTheReleaseBefore() throws IOException {
        deploy("before/unpaidwork");
        some = new SomeOrders(jdbc);
        some.project("NW-01");
        given.theProject("NW-01").type("ES").save();
        order = some.order();
        given.theOrder(order)
                .ordered(840)
                .state("SESSIONS")
                .received(MORNING)
                .allocated(TODAY)
                .team("TEAM_NW_UPW")
                .suitable(true)
                .project("NW-01")
                .frequency("WEEKLY")
                .firstSession(TODAY.plusDays(1))
                .save();
    }

    @Test
    void oneThatRunsIsWorkedToItsEndByTheWorkersAndMessagesOfToday() {
        long instance = begunBefore();
        process(instance).hasActiveElements("Call_Session");
        today.deploy();

        untilEveningOf(workingDay(1));
        tasklist.open("Task_RecordOutcome");
        recording.record(session(), attended(), SUPERVISOR);
        await("told by its name, its session ends")
                .atMost(Duration.ofSeconds(60))
                .until(this::credited, minutes -> minutes == 420);
        process(instance).hasCompletedElement("Call_Session", 1).hasActiveElements("Call_Session");
        tasklist.awaitAnswersRecorded();
        time.pass(Duration.ofDays(7));
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR.userName(),
                Map.of(
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
                        "GOOD"));

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_HoursWorked", "End_Completed", "End_OrderClosed")
                .hasCompletedElement("Call_Session", 2);
        assertThat(credited()).isEqualTo(840);
    }

    @Test
    void whatItsProcessWaitsForIsOnNoRegister() {
        long instance = begunBefore();
        process(instance).hasActiveElements("Call_Session");
        today.deploy();
        untilEveningOf(workingDay(1));

        due.tell();

        tasklist.open("Task_RecordOutcome");
        assertThat(records.count("SELECT COUNT(*) FROM upw_register")).isZero();
        recording.record(session(), attended(), SUPERVISOR);
        process(instance).hasCompletedElement("Call_Session", 1).hasActiveElements("Call_Session");
        assertThat(records.count("SELECT COUNT(*) FROM upw_session WHERE state = 'PLANNED' AND on_register"))
                .as("the next one has left its register")
                .isZero();
    }

    @Test
    void oneThatTheCourtExtendsHearsItByTheNameThatItKnows() {
        long instance = begunBefore();
        process(instance).hasActiveElements("Call_Session");
        today.deploy();

        following.extend(order, LocalDate.now(time).plusMonths(14), new Colleague(PRACTITIONER, Set.of(PRACTITIONER)));

        process(instance).hasCompletedElement("Task_SeeWhereItStands", 2).hasActiveElements("Call_Session");
    }

    @Test
    void oneThatBeganByTodaysNamesHearsOfAnExtensionWhatItsModelKnows() throws IOException {
        deploy("before-extensions");
        orders.begin(order);
        long instance =
                await("the process has begun").atMost(Duration.ofSeconds(60)).until(this::key, key -> key != 0);
        process(instance).hasActiveElements("Call_Session");
        assertThat(ofBefore()).containsExactly(order);
        today.deploy();

        following.extend(order, LocalDate.now(time).plusMonths(14), new Colleague(PRACTITIONER, Set.of(PRACTITIONER)));

        process(instance).hasCompletedElement("Task_SeeWhereItStands", 2).hasActiveElements("Call_Session");
    }

    @Test
    void aFailureInOneIsEnforcedAndWhenItIsStoppedItEndsAndBeginsAnewByTodaysNames() {
        given.theOrder(order).warnings(1).save();
        long instance = begunBefore();
        process(instance).hasActiveElements("Call_Session");
        today.deploy();
        untilEveningOf(workingDay(1));
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR.userName(),
                Map.of("outcomeCode", "UACP", "explained", true, "verySerious", false));
        tasklist.complete(
                "Task_BreachPack",
                PRACTITIONER,
                Map.of(
                        "breachDecision",
                        "SENT",
                        "understood",
                        true,
                        "packSentOn",
                        LocalDate.now(time).toString()));
        process(instance).hasCompletedElements("End_Enforced");

        stopping.stop(some.caseOf(order), "DIED", LocalDate.now(time));
        process(instance).isCompleted();
        stopping.restore(some.caseOf(order));

        long anew = await("it begins anew").atMost(Duration.ofSeconds(60)).until(this::key, key -> key != instance);
        process(anew).hasActiveElements("Call_Session");
        assertThat(version(anew)).as("by the newest model").isGreaterThan(version(instance));
        assertThat(ofBefore()).isEmpty();
        untilEveningOf(jdbc.sql("SELECT on_date FROM upw_session WHERE id = ?")
                .param(session())
                .query(LocalDate.class)
                .single());
        tasklist.open("Task_RecordOutcome");
        recording.record(session(), attended(), SUPERVISOR);
        process(anew).hasCompletedElement("Call_Session", 1);
    }

    @Test
    void aStartThatTheReleaseBeforeLeftInTheOutboxBeginsOneProcessOfToday() {
        today.deploy();
        String type = EngineMessage.class.getName();
        jdbc.sql(
                        "INSERT INTO EVENT_PUBLICATION (id, listener_id, event_type, serialized_event, publication_date) VALUES (UUID(), ?, ?, ?, ?)")
                .params(
                        "uk.gov.justice.probation.devolution.camunda.EngineMessages.deliver(%s)".formatted(type),
                        type,
                        "{\"name\":\"placement.orderReceived\",\"correlationKey\":\"%1$d\",\"messageId\":\"orderReceived-%1$d-1\",\"variables\":{\"orderId\":%1$d},\"timeToLive\":86400.0}"
                                .formatted(order),
                        LocalDate.now(time).minusDays(1))
                .update();

        jdbc.sql("INSERT INTO expected_call (process, value, occasion) VALUES ('upw-placement', ?, 0)")
                .param(order)
                .update();

        outbox.resubmitIncompletePublications(publication -> true);

        long instance = await("it is delivered").atMost(Duration.ofSeconds(60)).until(this::key, key -> key != 0);

        process(instance).hasActiveElements("Call_Session");
        assertThat(
                        records.count(
                                "SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE completion_date IS NULL AND serialized_event LIKE '%placement.orderReceived%'"))
                .isZero();
        assertThat(instances())
                .singleElement()
                .satisfies(one -> assertThat(one.getProcessDefinitionVersion()).isEqualTo(version(instance)));
        assertThat(ofBefore()).isEmpty();
    }

    @Test
    void theFormerNameOfAStartBeginsNothingOnceTheModelsOfTodayAreThere() {
        today.deploy();

        startedBefore();
        orders.begin(order);

        process(await().atMost(Duration.ofSeconds(60)).until(this::key, key -> key != 0))
                .hasActiveElements("Call_Session");
        assertThat(instances()).hasSize(1);
    }

    /** Earlier models, today's models that they call, and the forms and decisions that they are bound to. */
    private void deploy(String before) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String folder : List.of("processes/unpaidwork", "forms/unpaidwork", "src/test/resources/" + before)) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.forEach(file -> files.put(file.getFileName().toString(), file));
            }
        }
        DeployResourceCommandStep1 first = camunda.newDeployResourceCommand();
        DeployResourceCommandStep2 command = null;
        for (Path file : files.values())
            command =
                    command == null ? first.addResourceFile(file.toString()) : command.addResourceFile(file.toString());
        command.requestTimeout(Duration.ofMinutes(1)).send().join();
    }

    private long begunBefore() {
        startedBefore();
        long instance =
                await("the process has begun").atMost(Duration.ofSeconds(60)).until(this::key, key -> key != 0);
        assertThat(ofBefore()).containsExactly(order);
        return instance;
    }

    private void startedBefore() {
        camunda.newPublishMessageCommand()
                .messageName("placement.orderReceived")
                .correlationKey(Long.toString(order))
                .variables(Map.of("orderId", order))
                .send()
                .join();
    }

    private List<Long> ofBefore() {
        return jdbc.sql("SELECT order_id FROM upw_order_of_before")
                .query(Long.class)
                .list();
    }

    private long key() {
        return jdbc.sql("SELECT COALESCE(process_instance_key, 0) FROM upw_order WHERE id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    private List<ProcessInstance> instances() {
        return camunda.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId("upw-placement"))
                .send()
                .join()
                .items();
    }

    private int version(long instance) {
        return instances().stream()
                .filter(one -> one.getProcessInstanceKey() == instance)
                .findFirst()
                .orElseThrow()
                .getProcessDefinitionVersion();
    }

    private long session() {
        return jdbc.sql("SELECT id FROM upw_session WHERE order_id = ? AND state = 'PLANNED' ORDER BY on_date LIMIT 1")
                .param(order)
                .query(Long.class)
                .single();
    }

    private static Outcome attended() {
        return new Outcome("ATTC", null, null, 0, null, null, null, false, false, false, 1);
    }

    private int credited() {
        return jdbc.sql("SELECT minutes_credited FROM upw_order WHERE id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }
}
