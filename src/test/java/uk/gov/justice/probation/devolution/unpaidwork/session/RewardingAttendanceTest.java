package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.JudgingReasons;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.GoodAttendanceSettings;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/** An order of 40 hours of which ten are a quarter. */
@DomainTest
abstract class RewardingAttendanceTest {
    private static final LocalDate SENTENCED = TODAY.minusMonths(2);

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AttendanceQuery attendance;

    @Autowired
    SettlingOutcomes settling;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    JudgingReasons judging;

    @Autowired
    PlanningSessions planning;

    @Autowired
    Sessions sessions;

    @Autowired
    Orders orders;

    @Autowired
    Cases cases;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    private SomeSessions some;
    private long order;

    @BeforeEach
    void anOrder() {
        some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        order = some.order("NWP1", 2400, 0, SENTENCED, TODAY.minusDays(20));
    }

    @Test
    void whatIsWorkedBeyondAQuarterReducesWhatIsLeftAndWhatIsShort() {
        worked(20, "09:00", "14:00");
        worked(19, "09:00", "14:00");
        assertThat(recounted(SENTENCED)).as("a quarter exactly").isZero();
        worked(18, "09:00", "16:00");
        int left = sessions.progress(order).remaining();

        assertThat(recounted(SENTENCED)).isEqualTo(210);

        assertThat(orders.get(order).minutesCredited()).isEqualTo(600 + 420 + 210);
        assertThat(sessions.progress(order).remaining()).isEqualTo(left - 210);
        assertThat(recounted(SENTENCED)).as("once").isEqualTo(210);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'HOURS_REDUCED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ordersFromBeforeItHoldsAreNotReduced() {
        worked(20, "09:00", "16:00");
        worked(19, "09:00", "16:00");
        assertThat(recounted(SENTENCED.plusDays(1))).isZero();
        assertThat(recounted(null)).as("nobody said that it holds").isZero();
        transaction.executeWithoutResult(planned -> planning.plan(order));
        assertThat(orders.get(order).reducedMinutes()).as("as it is delivered").isZero();
        assertThat(recounted(SENTENCED)).isEqualTo(120);
    }

    @Test
    void aFailureInTheFirstQuarterTakesItAwayUntilItIsTakenBack() {
        long failure = failed(20);
        worked(19, "09:00", "16:00");
        worked(18, "09:00", "16:00");
        assertThat(recounted(SENTENCED)).isZero();

        judging.judge(failure, true, "Was in hospital", new Colleague("practitioner", Set.of("practitioner-nw")));
        assertThat(recounted(SENTENCED)).isEqualTo(120);
    }

    @Test
    void aFailureOnTheDayOfTheQuarterTakesItAway() {
        worked(19, "09:00", "16:00");
        worked(18, "09:00", "12:00");
        assertThat(recounted(SENTENCED)).isZero();
        failed(18);
        worked(17, "09:00", "16:00");
        assertThat(recounted(SENTENCED)).isZero();
    }

    @Test
    void aFailureAfterTheQuarterTakesNothingAway() {
        worked(19, "09:00", "16:00");
        worked(18, "09:00", "16:00");
        failed(17);
        assertThat(recounted(SENTENCED)).isEqualTo(120);
    }

    @Test
    void anOrderThatCameWithAWarningIsNotReduced() {
        given.theOrder(order).credited(1200).warnings(1).save();
        assertThat(recounted(SENTENCED)).isZero();
        given.theOrder(order).warnings(0).save();
        assertThat(recounted(SENTENCED)).isEqualTo(300);
    }

    @Test
    void anOrderThatHasEndedIsNotChanged() {
        given.theOrder(order).credited(1200).state("COMPLETE").save();
        assertThat(recounted(SENTENCED)).isZero();
    }

    private long failed(int daysAgo) {
        return opening.start(given.aSession(order, "NWP1", TODAY.minusDays(daysAgo))
                .reference("FAILED")
                .recorded("UACP")
                .recordedBy("supervisor")
                .save());
    }

    private void worked(int daysAgo, String from, String until) {
        long session = given.aSession(order, "NWP1", TODAY.minusDays(daysAgo))
                .recorded("ATTC")
                .recordedBy("supervisor")
                .worked(from, until)
                .save();
        settling.credit(session);
    }

    private int recounted(LocalDate from) {
        var rewarding = new RewardingAttendance(new GoodAttendanceSettings(from), attendance, orders, cases, audit);
        transaction.executeWithoutResult(counting -> rewarding.recount(orders.lock(order)));
        return orders.get(order).reducedMinutes();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class RewardingAttendanceOnMariaDbTest extends RewardingAttendanceTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class RewardingAttendanceOnMySqlTest extends RewardingAttendanceTest {}
