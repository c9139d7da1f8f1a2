package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.response.Variable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.KnownToTheEngine;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/**
 * A file limits access to a case while its processes are running. From then on tasks and messages show no more than the
 * CRN, and nobody without access can answer.
 */
class LimitingAccessProcessTest extends ProcessScenario {
    private static final Colleague DATA_LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));

    @Autowired
    Imports imports;

    @Autowired
    Notifications notifications;

    private long caseId;
    private long order;
    private long session;

    @BeforeEach
    void anOrderWithASessionToRecord() {
        SomeSessions some = orders.some();
        LocalDate today = LocalDate.now(time);
        some.project("ZQ-01", "PL", ExampleOrders.EVERY_DAY, null);
        order = some.order("ZQ-01", 6000, 0, today.minusMonths(2), today.minusWeeks(2));
        session = some.session(order, "ZQ-01", today.minusDays(1));
        caseId = some.caseOf(order);
        orders.start("upw-session", order, Map.of("sessionId", session));
        tasklist.open("Task_RecordOutcome");
        notifications.send("planted", "upw-supervisor-nw", "Zq session", "At Project ZQ-01", "session/" + session);
    }

    @Test
    void whatIsKnownOfItIsMaskedAndTheDataLeadAloneCanDoSo() {
        assertThat(known()).as("before").anyMatch(value -> value.contains("ZQ-01"));
        assertThat(tasklist.card(tasklist.open("Task_RecordOutcome")).orElseThrow())
                .as("before, the card names the project and the day")
                .startsWith("CRN " + crn() + ", Project ZQ-01, ");
        assertThatThrownBy(() -> take(true, 2, new Colleague("psc-service-owner", Set.of("psc-service-owner"))))
                .isInstanceOf(ImportRefusedException.class);
        assertThatThrownBy(() -> take(true, 2, new Colleague("data-lead-gm", Set.of("data-lead-gm"))))
                .isInstanceOf(ImportRefusedException.class);
        assertThat(records.audited("case/" + caseId)).isEmpty();

        take(true, 2, DATA_LEAD);

        await("it is masked")
                .atMost(Duration.ofSeconds(30))
                .until(() -> known().stream().noneMatch(value -> value.contains("ZQ-01") || value.contains("event 1")));
        new KnownToTheEngine(camunda).isWhatItMayKnowOf(crn());
        assertThat(variable("limited")).isEqualTo("true");
        assertThat(variable("caseText")).isEqualTo("\"CRN " + crn() + "\"");
        assertThat(tasklist.card(tasklist.open("Task_RecordOutcome"))).contains("CRN " + crn());
        assertThat(records.messagesTo("upw-supervisor-nw")).containsExactly("There is news about CRN " + crn());
        assertThat(records.audited("case/" + caseId)).contains("ACCESS_LIMITED by data-lead-nw");
        var task = tasklist.open("Task_RecordOutcome");
        tasklist.complete(
                task, "upw-supervisor-nw", Map.of("outcomeCode", "ATTC", "explained", false, "verySerious", false));
        tasklist.open("Task_RecordOutcome", again -> again.getUserTaskKey() != (long) task.getUserTaskKey());
        assertThat(records.count("SELECT COUNT(*) FROM upw_credit"))
                .as("nothing is taken from who has no access")
                .isZero();
        assertThat(records.count("SELECT COUNT(*) FROM case_access_grant"))
                .as("nobody has got access by it")
                .isZero();
    }

    /** A refused answer comes back into its form, until access is limited. */
    @Test
    void whatWasTypedIntoATaskThatIsOpenIsMaskedToo() {
        String typed = LocalDate.now(time).toString();
        given.theOrder(order)
                .state("ASSESSMENT")
                .team("TEAM_NW_UPW")
                .notAssessed()
                .save();
        long instance = orders.start("upw-beginning", order, Map.of("way", 3));
        var first = tasklist.complete("Task_Assess", "pso-nw", Map.of("inductionOn", typed, "assessmentOnPage", true));
        var again = tasklist.open("Task_Assess", other -> other.getUserTaskKey() != (long) first.getUserTaskKey());
        await("it comes back")
                .atMost(Duration.ofSeconds(30))
                .until(() -> in(instance, again.getElementInstanceKey()).contains('"' + typed + '"'));

        take(true, 2, DATA_LEAD);

        await("it is masked")
                .atMost(Duration.ofSeconds(30))
                .until(() -> in(instance, again.getElementInstanceKey()).stream()
                        .noneMatch(value -> value.contains(typed) || value.contains("event 1")));
        tasklist.complete(again, "pso-nw", Map.of("assessmentOnPage", true));
        var third = tasklist.open("Task_Assess", other -> other.getUserTaskKey() != (long) again.getUserTaskKey());
        assertThat(in(instance, third.getElementInstanceKey()))
                .as("nothing is taken from who has no access")
                .noneMatch(value -> value.contains(typed));
        assertThat(jdbc.sql("SELECT state FROM upw_order WHERE id = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEqualTo("ASSESSMENT");
    }

    private List<String> in(long... scopes) {
        return camunda.newVariableSearchRequest().page(page -> page.limit(500)).send().join().items().stream()
                .filter(variable -> LongStream.of(scopes).anyMatch(scope -> scope == variable.getScopeKey()))
                .map(Variable::getValue)
                .toList();
    }

    @Test
    void liftingItIsForTheDataLeadToo() {
        take(true, 2, DATA_LEAD);
        await("it is masked")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> records.count("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE completion_date IS NULL"),
                        open -> open == 0);
        assertThatThrownBy(() -> take(false, 3, new Colleague("psc-service-owner", Set.of("psc-service-owner"))))
                .isInstanceOf(ImportRefusedException.class);

        take(false, 3, DATA_LEAD);

        assertThat(records.audited("case/" + caseId)).contains("ACCESS_LIMIT_LIFTED by data-lead-nw");
    }

    private void take(boolean limited, int version, Colleague importer) {
        String row = jdbc.sql("""
            SELECT CONCAT_WS(',', crn, event_number, region_code, pdu_name, team_code, '', order_type_code, start_date, COALESCE(expected_end_date, ''), legacy_organisation,
              IF(standalone_upw, 'true', 'false'), COALESCE(rosh_level, ''), COALESCE(tier, ''), COALESCE(mappa_level, ''), :limited, :version)
            FROM probation_case WHERE id = :id
            """)
                .param("limited", limited ? "true" : "false")
                .param("version", version)
                .param("id", caseId)
                .query(String.class)
                .single();
        String file =
                "crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,roshLevel,tier,mappaLevel,"
                        + "limitedAccess,version\n" + row + "\n";
        imports.take("cases", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), importer);
    }

    private List<String> known() {
        return camunda.newVariableSearchRequest().page(page -> page.limit(500)).send().join().items().stream()
                .map(variable -> variable.getValue())
                .toList();
    }

    private String variable(String name) {
        return camunda.newVariableSearchRequest()
                .filter(filter -> filter.name(name))
                .send()
                .join()
                .items()
                .getFirst()
                .getValue();
    }

    private String crn() {
        return jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }
}
