package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Orders of unpaid work in the North West made for tests, and their processes with what their callers would pass on.
 */
public final class ExampleOrders {

    /** Every day of the week. */
    public static final String EVERY_DAY = "MON TUE WED THU FRI SAT SUN";

    private final Orders orders;
    private final Cases cases;
    private final ExpectedCalls calls;
    private final CamundaClient camunda;
    private final JdbcClient jdbc;
    private final Given given;

    ExampleOrders(Orders orders, Cases cases, ExpectedCalls calls, CamundaClient camunda, JdbcClient jdbc) {
        this.orders = orders;
        this.cases = cases;
        this.calls = calls;
        this.camunda = camunda;
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
    }

    /** Makes orders, projects and sessions. */
    public SomeSessions some() {
        return new SomeSessions(jdbc);
    }

    /** An order in its sessions on project NW-01, the first of them tomorrow. */
    public long thatIsWorked() {
        return thatAreWorked(1).getFirst();
    }

    /** Like {@link #thatIsWorked()}, this many. */
    public List<Long> thatAreWorked(int number) {
        SomeOrders made = new SomeOrders(jdbc);
        made.project("NW-01");
        return Stream.generate(() -> worked(made)).limit(number).toList();
    }

    private long worked(SomeOrders made) {
        long order = made.order();
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
        return order;
    }

    /** Starts the order's own process in the way our message does. */
    public void begin(long orderId) {
        calls.expect("upw-placement", orderId, System.nanoTime());
        camunda.newPublishMessageCommand()
                .messageName("unpaidwork.orderReceived")
                .correlationKey(Long.toString(orderId))
                .variables(Map.of("orderId", orderId))
                .send()
                .join();
    }

    /**
     * Starts this process for the order, whose own process has reached the call.
     *
     * @return the key of the process instance
     */
    public long start(String processId, long orderId, Map<String, Object> more) {
        calls.expect(
                processId,
                Stream.of(more.get("sessionId"), more.get("enforcementId"), orderId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(),
                System.nanoTime());
        return startUncalled(processId, orderId, more);
    }

    /** Starts it as anybody with the engine's token could. */
    public long startUncalled(String processId, long orderId, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(given(orderId));
        variables.putAll(more);
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private Map<String, Object> given(long orderId) {
        ProbationCase of = cases.get(orders.get(orderId).caseId());
        Map<String, Object> variables = new HashMap<>();
        variables.put("orderId", orderId);
        variables.put("crn", of.crn());
        variables.put("eventNumber", of.limitedAccess() ? null : of.eventNumber());
        variables.put("caseText", of.text());
        variables.put("limited", of.limitedAccess());
        variables.put("regionCode", of.regionCode());
        variables.put("regionSlug", of.regionSlug());
        variables.put("regionName", of.regionName());
        variables.put("ownerGroup", "case-admin-" + of.regionSlug());
        variables.put("practitionerGroup", (of.standaloneUpw() ? "pso-" : "practitioner-") + of.regionSlug());
        variables.put("consoleUrl", "http://localhost:8090");
        variables.put("orderUrl", "http://localhost:8090/upw/orders/" + orderId);
        return variables;
    }
}
