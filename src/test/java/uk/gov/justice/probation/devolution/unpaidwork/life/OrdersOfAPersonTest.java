package uk.gov.justice.probation.devolution.unpaidwork.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.FileOfNow;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.CompletingOrders;

/** Rules that look at all unpaid work of a person: what is consecutive waits, and hours are added up. */
@DomainTest
abstract class OrdersOfAPersonTest {
    private static final LocalDate SENTENCED = TODAY.minusMonths(3);
    private static final Colleague ADMINISTRATOR = new Colleague("admin", Set.of("case-admin-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartingOrders starting;

    @Autowired
    CompletingOrders completing;

    @Autowired
    StoppingOrders stopping;

    @Autowired
    ReportingHours reporting;

    @Autowired
    Imports imports;

    private long firstCase;
    private long secondCase;
    private long first;

    @BeforeEach
    void aPersonWithUnpaidWork() {
        firstCase = held("X000700", 1);
        secondCase = held("X000700", 2);
        first = order(firstCase, "W01", SENTENCED, "SESSIONS", 18_000);
    }

    private long held(String crn, int event) {
        long id = given.aCase(crn).event(event).inRegion("NW").save();
        given.aService(id, "UPW_ORDERS").unit("REGION_NW").save();
        return id;
    }

    private long order(long caseId, String subType, LocalDate sentenced, String state, int minutes) {
        return given.anOrder(caseId, "R" + subType)
                .subType(subType)
                .sentenced(sentenced)
                .ordered(minutes)
                .credited(0)
                .status("UN")
                .state(state)
                .save();
    }

    private long consecutive() {
        return order(secondCase, "W07", SENTENCED.plusDays(1), "NOT_STARTED", 6_000);
    }

    @Test
    void whatIsConsecutiveWaitsForWhatWasOrderedBefore() {
        long second = consecutive();

        assertThat(starting.start(second, "system")).isFalse();
        assertThatThrownBy(() -> starting.start("X000700", 2, ADMINISTRATOR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessage(
                        "Unpaid work of CRN X000700, event 2 is consecutive: it starts by itself once the person's earlier unpaid work is worked or has ended.");
        assertThat(state(second)).isEqualTo("NOT_STARTED");
    }

    @Test
    void itStartsOnceTheFirstIsWorked() {
        long second = consecutive();
        given.theOrder(first).credited(18_000).save();

        completing.complete(first);

        assertThat(state(second)).isEqualTo("TEAM");
    }

    @Test
    void itStartsOnceTheFirstGoesBackToTheCourtOrIsStopped() {
        long second = consecutive();
        completing.complete(first);
        assertThat(state(first)).isEqualTo("COURT");
        assertThat(state(second)).isEqualTo("TEAM");

        given.theOrder(first).state("SESSIONS").save();
        given.theOrder(second).state("NOT_STARTED").save();
        stopping.stop(firstCase, "REVOKED", TODAY);
        assertThat(state(second)).isEqualTo("TEAM");
    }

    @Test
    void ofTwoThatAreConsecutiveTheLaterWaitsForTheEarlier() {
        long second = consecutive();
        long third = order(held("X000700", 3), "W07", SENTENCED.plusDays(1), "NOT_STARTED", 3_000);
        given.theOrder(first).credited(18_000).save();

        completing.complete(first);
        assertThat(List.of(state(second), state(third))).containsExactly("TEAM", "NOT_STARTED");

        completing.complete(second);
        assertThat(state(third)).isEqualTo("TEAM");
    }

    @Test
    void whatIsUnderWayOrWasOrderedBeforeDoesNotWait() {
        long worked = consecutive();
        given.theOrder(worked).credited(60).status("WK").save();
        assertThat(starting.start(worked, "system")).isTrue();

        long earlier = order(held("X000700", 3), "W07", SENTENCED.minusDays(1), "NOT_STARTED", 3_000);
        assertThat(starting.start(earlier, "system")).isTrue();
        long ofAnother = order(held("X000701", 1), "W07", SENTENCED.plusDays(1), "NOT_STARTED", 3_000);
        assertThat(starting.start(ofAnother, "system")).isTrue();
        long additional = order(secondCase, "W03", SENTENCED.plusDays(1), "NOT_STARTED", 3_000);
        assertThat(starting.start(additional, "system")).isTrue();
    }

    @Test
    void moreHoursThanCanBeOrderedAreToldToThePractitionersOnce() {
        assertThat(reporting.report()).as("300 hours can be ordered").isZero();
        consecutive();

        assertThat(reporting.report()).isEqualTo(1);
        assertThat(reporting.report()).as("once").isZero();

        assertThat(told())
                .containsExactly(
                        "CRN X000700, event 1: more unpaid work than can be ordered at a time",
                        "CRN X000700, event 2: more unpaid work than can be ordered at a time");
        assertThat(jdbc.sql("SELECT DISTINCT body FROM notification")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith(
                        "All orders of the person that have not ended come to 400 hours of unpaid work, and at most 300 hours can be ordered at a time.");
    }

    @Test
    void itIsToldAgainIfItBecomesTrueAgain() {
        long second = consecutive();
        reporting.report();
        given.theOrder(second).state("STOPPED").save();
        assertThat(reporting.report()).isZero();

        given.theOrder(second).state("NOT_STARTED").ordered(9_000).save();
        assertThat(reporting.report()).isEqualTo(1);
        assertThat(told()).hasSize(4);
    }

    @Test
    void concurrentHoursAndThoseOfOrdersThatHaveEndedAddNothing() {
        order(secondCase, "W06", SENTENCED.plusDays(1), "NOT_STARTED", 6_000);
        order(secondCase, "W01", SENTENCED.plusDays(1), "COURT", 6_000);
        order(held("X000701", 1), "W01", SENTENCED, "SESSIONS", 6_000);
        assertThat(reporting.report()).isZero();
    }

    @Test
    void ofALimitedAccessCaseTheMessageSaysThatThereIsNews() {
        given.theCase(firstCase).limitedAccess().save();
        consecutive();
        reporting.report();
        assertThat(told()).contains("There is news about CRN X000700");
        assertThat(jdbc.sql("SELECT body FROM notification").query(String.class).list())
                .noneMatch(body -> body.contains("hours"));
    }

    @Test
    void aFileThatBringsThemIsFollowedAtOnce() {
        long second = consecutive();
        imports.take(
                "upw-requirements",
                FileOfNow.ofOrder(jdbc, second).with("minutesOrdered", "9000").csv(),
                new Colleague("owner", Set.of(Colleague.SERVICE_OWNER)));
        assertThat(told()).hasSize(2);
    }

    private String state(long order) {
        return jdbc.sql("SELECT state FROM upw_order WHERE id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql(
                        "SELECT subject FROM notification WHERE subject LIKE '%more unpaid work%' OR subject LIKE 'There is news%' ORDER BY subject")
                .query(String.class)
                .list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class OrdersOfAPersonOnMariaDbTest extends OrdersOfAPersonTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class OrdersOfAPersonOnMySqlTest extends OrdersOfAPersonTest {}
