package uk.gov.justice.probation.devolution.example;

import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;

/** A launched programme whose processes a test starts one by one, with what the regional programme would pass on. */
public final class ExampleProgramme {

    private final HandoverRepository handovers;
    private final Deadlines deadlines;
    private final ExpectedCalls calls;
    private final CamundaClient camunda;
    private final JdbcClient jdbc;
    private final Given given;

    ExampleProgramme(
            HandoverRepository handovers,
            Deadlines deadlines,
            ExpectedCalls calls,
            CamundaClient camunda,
            JdbcClient jdbc) {
        this.handovers = handovers;
        this.deadlines = deadlines;
        this.calls = calls;
        this.camunda = camunda;
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
    }

    /**
     * The handover's row as a launch leaves it.
     *
     * @return its id
     */
    public long launched(ExampleHandover example) {
        return handovers
                .save(new Handover(
                        running(example.region()),
                        example.planRow(),
                        example.kind(),
                        example.region(),
                        example.service(),
                        example.scope(),
                        example.from(),
                        example.to(),
                        example.windowStart(),
                        example.due(),
                        example.gates()))
                .id();
    }

    /**
     * Starts this process for the handover as its caller would on reaching the call.
     *
     * @return the key of the process instance
     */
    public long start(String processId, long handoverId) {
        return start(processId, handoverId, Map.of());
    }

    public long start(String processId, long handoverId, Map<String, Object> more) {
        expected(processId, handoverId);
        if (processId.equals("case-transfer")) hasComeToItsDay(handoverId);
        if (processId.equals("handover-gates"))
            given.theHandover(handoverId).state("GATES").save();
        return startUncalled(processId, handoverId, more);
    }

    /** The caller has reached the call of this process, or requests it. */
    public void expected(String processId, long handoverId) {
        calls.expect(processId, handoverId, System.nanoTime());
    }

    /** Starts it as anybody with the engine's token could. */
    public long startUncalled(String processId, long handoverId, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(given(handovers.get(handoverId)));
        variables.putAll(more);
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** The decision is to go ahead, and the planned date is today. */
    public void hasComeToItsDay(long handoverId) {
        given.theHandover(handoverId)
                .state("SCHEDULED")
                .planned(deadlines.today())
                .save();
    }

    /** What our launch of its programme passes to the process. */
    public Map<String, Object> launch(long handoverId) {
        long regional = handovers.get(handoverId).regionalProgrammeId();
        given.backstop(regional, deadlines.today().plusYears(1));
        return jdbc.sql(
                        "SELECT programme_id AS programmeId, region_code AS regionCode FROM regional_programme WHERE id = ?")
                .param(regional)
                .query()
                .singleRow();
    }

    private Map<String, Object> given(Handover handover) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("handoverId", handover.id());
        variables.put("planRowId", handover.planRowId());
        variables.put("title", handover.planRowId());
        variables.put("regionCode", handover.regionCode());
        variables.put("regionSlug", handover.regionCode().toLowerCase(Locale.ROOT));
        variables.put("regionName", handover.regionCode());
        variables.put("serviceName", handover.service());
        variables.put("fromNames", String.join(" and ", handover.fromUnits()));
        variables.put("toName", handover.toUnit());
        variables.put("plannedDateText", Deadlines.inWords(handover.plannedDate()));
        variables.put("dueDateText", Deadlines.inWords(handover.due()));
        variables.put("consoleUrl", "http://localhost:8090");
        variables.put("escalateAt", handover.due() == null ? null : deadlines.endOf(handover.due()));
        return variables;
    }

    private long running(String region) {
        return jdbc.sql("SELECT id FROM regional_programme WHERE region_code = ? AND state = 'RUNNING'")
                .param(region)
                .query(Long.class)
                .optional()
                .orElseGet(() -> given.aRunningProgramme(region, null));
    }
}
