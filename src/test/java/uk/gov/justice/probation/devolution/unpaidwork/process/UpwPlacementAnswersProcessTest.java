package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import io.camunda.client.api.search.enums.ElementInstanceState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;

/**
 * The tasks of a running order, and the task that confirms a start by hand, can be answered only by the group
 * responsible, and only about this order.
 */
class UpwPlacementAnswersProcessTest extends ProcessScenario {

    private static final String ADMINISTRATOR = "case-admin-nw";
    private static final String PRACTITIONER = "practitioner-nw";
    private static final String[] OTHERS = {"pso-nw", "upw-supervisor-nw", "hr-nw"};

    @Autowired
    DueToday due;

    private SomeOrders some;
    private long order;

    @BeforeEach
    void anOrderAndAnotherOne() {
        some = new SomeOrders(jdbc);
        some.project("NW-01");
        given.theProject("NW-01").type("ES").save();
        order = some.order();
        some.order();
    }

    @Test
    void aStartByHandIsConfirmedByTheUnitThatHoldsTheService() {
        long instance = byHand("X000001");

        others.complete("Task_ConfirmStart", ADMINISTRATOR, Map.of("startAnswer", "START"), OTHERS);

        process(instance).isCompleted().hasCompletedElements("End_StartedByHand");
        tasklist.open("Task_ConfirmTeam");
        assertThat(jdbc.sql("SELECT state FROM upw_order ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("TEAM", "NOT_STARTED");
        assertThat(records.audited("order/" + order)).contains("ORDER_STARTED by " + ADMINISTRATOR);
    }

    @Test
    void whyAStartWasRefusedIsReadByTheRegion() {
        long instance = byHand("X999999");

        others.complete("Task_StartRefused", ADMINISTRATOR, Map.of(), OTHERS);

        process(instance).isCompleted().hasCompletedElements("End_Refused");
    }

    @Test
    void learningReviewAndCourtAreAnsweredByTheGroupWhoseTheyAre() {
        given.theOrder(order)
                .state("SESSIONS")
                .received(MORNING)
                .allocated(TODAY)
                .team("TEAM_NW_UPW")
                .suitable(true)
                .instructed(MORNING)
                .project("NW-01")
                .frequency("WEEKLY")
                .firstSession(TODAY.plusDays(20))
                .sentenced(TODAY.minusMonths(12).plusDays(2))
                .save();
        orders.begin(order);
        long instance = await("the process has begun")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT COALESCE(process_instance_key, 0) FROM upw_order WHERE id = ?")
                                .param(order)
                                .query(Long.class)
                                .single(),
                        key -> key != 0);
        process(instance).hasActiveElements("Call_Session", "Catch_LearningCheck");
        untilEveningOf(workingDay(11));
        due.tell();
        Stream.of("Task_HelpWithLearning", "Task_Review", "Task_CourtApplication")
                .forEach(tasklist::open);

        others.complete("Task_HelpWithLearning", ADMINISTRATOR, Map.of("helpGivenOn", today().toString()), OTHERS);
        others.complete("Task_Review", PRACTITIONER, Map.of("reviewAnswer", "ON_TRACK"), OTHERS);
        others.complete(
                "Task_CourtApplication",
                PRACTITIONER,
                Map.of("appliedOn", today().toString(), "applicationFor", "EXTEND"),
                OTHERS);

        Stream.of("End_Helped", "End_Reviewed", "End_Applied").forEach(end -> awaitCompleted(instance, end));
        assertThat(records.audited("order/" + order))
                .contains(
                        "LEARNING_HELPED by " + ADMINISTRATOR,
                        "PROGRESS_REVIEWED by " + PRACTITIONER,
                        "COURT_APPLIED by " + PRACTITIONER);
    }

    private long byHand(String crn) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId("upw-placement")
                .latestVersion()
                .variables(Map.of("crn", crn, "eventNumber", 1, "regionCode", "NW"))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** One at a time, because the instance has more elements than one search returns. */
    private void awaitCompleted(long instance, String element) {
        await(element)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !camunda.newElementInstanceSearchRequest()
                        .filter(found -> found.processInstanceKey(instance)
                                .elementId(element)
                                .state(ElementInstanceState.COMPLETED))
                        .send()
                        .join()
                        .items()
                        .isEmpty());
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
