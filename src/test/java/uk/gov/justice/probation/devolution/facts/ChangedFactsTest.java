package uk.gov.justice.probation.devolution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.ExampleDay;
import uk.gov.justice.probation.devolution.example.FileOfNow;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/** Each file notes the facts that it changed, before and after, and announces them once, however many there are. */
@DomainTest
abstract class ChangedFactsTest {
    private static final Colleague OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));
    private static final LocalDate TODAY = ExampleDay.TODAY;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private long caseId;
    private long order;

    @BeforeEach
    void anOrderThatIsWorked() {
        SomeSessions some = new SomeSessions(jdbc);
        some.project("NW-01", "PL", "MON TUE WED THU FRI", null);
        some.project("NW-02", "PL", "MON", null);
        order = some.order("NW-01", 6000, 3000, TODAY.minusMonths(2), TODAY.minusWeeks(2));
        caseId = some.caseOf(order);
    }

    @Test
    void aCaseThatMovesIsGivenToSomebodyElseAndIsOfGreaterRisk() {
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("tier", "A1"));
        assertThat(noted()).as("nothing that processes read").isEmpty();
        assertThat(announced()).isZero();

        take(
                "cases",
                FileOfNow.ofCase(jdbc, caseId)
                        .with("regionCode", "GM")
                        .with("pduName", pduOf("GM"))
                        .with("practitionerStaffNumber", "P0009")
                        .with("roshLevel", "RVHR")
                        .with("mappaLevel", "M3"));

        assertThat(noted())
                .containsExactlyInAnyOrder(
                        "CASE_REGION of case/%d: NW, then GM".formatted(caseId),
                        "PRACTITIONER of case/%d: -, then P0009".formatted(caseId),
                        "RISK of case/%d: %s, then RVHR M3".formatted(caseId, riskBefore()));
        assertThat(announced()).as("for the whole file").isOne();
    }

    private String riskBefore() {
        return jdbc.sql("SELECT value_before FROM changed_fact WHERE fact = 'RISK'")
                .query(String.class)
                .single();
    }

    @Test
    void theCourtChangesHoursAndWhatSomebodyMustBeKeptAwayFrom() {
        take(
                "upw-requirements",
                FileOfNow.ofOrder(jdbc, order).with("minutesOrdered", 3000).with("exclusions", "NW-01"));

        assertThat(noted())
                .containsExactlyInAnyOrder(
                        "HOURS_ORDERED of order/%d: 6000, then 3000".formatted(order),
                        "EXCLUSIONS of order/%d: %s, then NW-01".formatted(order, exclusionsBefore()));
        assertThat(announced()).isOne();
    }

    private String exclusionsBefore() {
        return jdbc.sql("SELECT COALESCE(value_before, '-') FROM changed_fact WHERE fact = 'EXCLUSIONS'")
                .query(String.class)
                .single();
    }

    @Test
    void aProjectOnWhichSomebodyWorksStopsAndOneOnWhichNobodyDoes() {
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("name", "Another name"));
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-02").with("days", "TUE"));
        assertThat(noted()).isEmpty();

        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("days", "SAT"));

        assertThat(noted()).singleElement().asString().startsWith("PROJECT of project/NW-01: MON TUE WED THU FRI ");
        assertThat(announced()).isOne();
    }

    @Test
    void somebodyHasAnotherLineManagerAndBelongsToAnotherRegion() {
        SomeStaff some = new SomeStaff(jdbc);
        some.add("LM001", "NW", "PSC_LIVERPOOL", "SPO", null);
        some.add("LM002", "NW", "PSC_LIVERPOOL", "SPO", null);
        some.add("P0001", "NW", "LM001");

        take("staff", FileOfNow.ofStaff(jdbc, "P0001").with("experienceMonths", 99));
        assertThat(noted()).isEmpty();
        take(
                "staff",
                FileOfNow.ofStaff(jdbc, "P0001")
                        .with("lineManagerStaffNumber", "LM002")
                        .with("regionCode", "GM"));

        assertThat(noted())
                .containsExactlyInAnyOrder(
                        "LINE_MANAGER of staff/P0001: LM001, then LM002", "STAFF_REGION of staff/P0001: NW, then GM");
        assertThat(announced()).isOne();
    }

    @Test
    void aLineManagerIsAwayByAFileAndBackOnceTheLastDayHasPassed() {
        SomeStaff some = new SomeStaff(jdbc);
        some.add("LM001", "NW", "PSC_LIVERPOOL", "SPO", null);
        some.add("P0001", "NW", "LM001");
        take("staff", FileOfNow.ofStaff(jdbc, "P0001").with("absence", "SICKNESS"));
        assertThat(noted()).as("who manages nobody").isEmpty();

        FileOfNow away = FileOfNow.ofStaff(jdbc, "LM001").with("absence", "SICKNESS");
        take("staff", away.with("absenceUntil", TODAY));
        take("staff", FileOfNow.ofStaff(jdbc, "LM001").with("absenceUntil", TODAY.plusDays(3)));
        assertThat(noted()).containsExactly("STAFF_AWAY of staff/LM001: here, then away");

        take("staff", FileOfNow.ofStaff(jdbc, "LM001").with("absenceUntil", TODAY.minusDays(1)));
        assertThat(noted())
                .containsExactly(
                        "STAFF_AWAY of staff/LM001: here, then away", "STAFF_AWAY of staff/LM001: away, then here");
        assertThat(announced()).isEqualTo(2);
    }

    private void take(String file, FileOfNow content) {
        imports.take(file, content.csv(), OWNER);
    }

    private long announced() {
        return events.stream(FactsChanged.class).count();
    }

    private String pduOf(String region) {
        return jdbc.sql("SELECT MIN(name) FROM pdu WHERE region_code = ?")
                .param(region)
                .query(String.class)
                .single();
    }

    private List<String> noted() {
        return jdbc.sql(
                        "SELECT CONCAT(fact, ' of ', about, ': ', COALESCE(value_before, '-'), ', then ', COALESCE(value_after, '-')) FROM changed_fact")
                .query(String.class)
                .list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ChangedFactsOnMariaDbTest extends ChangedFactsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ChangedFactsOnMySqlTest extends ChangedFactsTest {}
