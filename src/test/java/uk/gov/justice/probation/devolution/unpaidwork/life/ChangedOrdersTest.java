package uk.gov.justice.probation.devolution.unpaidwork.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.ExampleDay;
import uk.gov.justice.probation.devolution.example.FileOfNow;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.facts.ChangedFact;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.KeepingRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomesToSettle;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.TellingOfPickUps;

/** What files change while an order is worked is followed: approval, another project, another plan, completion. */
@DomainTest
abstract class ChangedOrdersTest {
    private static final Colleague OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));
    private static final LocalDate TODAY = ExampleDay.TODAY;
    private static final String EVERY_DAY = "MON TUE WED THU FRI SAT SUN";

    @Autowired
    ChangedOrders changed;

    @Autowired
    PlanningSessions planning;

    @Autowired
    KeepingRegisters keeping;

    @Autowired
    TellingOfPickUps pickUps;

    @Autowired
    Orders orders;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    ApplicationEvents events;

    @Autowired
    PlatformTransactionManager transactions;

    private SomeSessions some;
    private long caseId;
    private long order;

    @BeforeEach
    void anOrderThatIsWorked() {
        some = new SomeSessions(jdbc);
        some.project("NW-01", "PL", EVERY_DAY, null);
        order = some.order("NW-01", 3840, 3000, TODAY.minusMonths(2), TODAY.plusDays(1));
        caseId = some.caseOf(order);
        given.theOrder(order).suitable(true).team("TEAM_NW_UPW").save();
        given.theCaseOf(order).rosh("RMRH").save();
        given.theProject("NW-01").allows("RMRH RLRH").save();
        planning.plan(order);
        assertThat(planned()).as("what is left is planned").hasSize(2);
        events.clear();
    }

    @Test
    void greaterRiskAsksForTheApprovalThatIsMissing() {
        given.theProject("NW-01").allows("RVHR RHRH RMRH RLRH").save();
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RVHR").with("mappaLevel", "M3"));

        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));

        assertThat(state()).isEqualTo("APPROVAL without a project");
        assertThat(planned()).isEmpty();
        assertThat(messages()).contains("unpaidwork.orderExtended");
        assertThat(told("practitioner-nw")).singleElement().asString().contains("it leaves its project");
        assertThat(told("placement-coordinator-nw")).hasSize(1);
        assertThat(told("upw-supervisor-nw")).hasSize(1);
    }

    @Test
    void aProjectThatDoesNotTakeTheRiskIsLeft() {
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RHRH"));

        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));

        assertThat(state()).isEqualTo("PROJECT without a project");
    }

    @Test
    void whoeverWaitsForInstructionsLeavesTheProjectTooForRiskOrForWhomItTakes() {
        given.theOrder(order).state("INSTRUCTIONS").save();
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RHRH"));
        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));
        assertThat(state()).isEqualTo("PROJECT without a project");
        assertThat(messages()).contains("unpaidwork.orderExtended");

        given.theCaseOf(order).rosh("RMRH").save();
        given.theOrder(order).state("INSTRUCTIONS").project("NW-01").save();
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("roshAllowed", "RLRH"));
        follow(Fact.PROJECT, "project/NW-01", change -> changed.projectsChanged(List.of(change)));
        assertThat(state()).isEqualTo("PROJECT without a project");
    }

    @Test
    void whatWasRecordedBeforeTheProjectIsLeftIsSettled() {
        long over = given.aSession(order, "NW-01", TODAY.minusDays(1))
                .recorded("ATTC")
                .recordedBy("supervisor")
                .save();
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RHRH"));
        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));
        assertThat(events.stream(OutcomesToSettle.class)).containsExactly(new OutcomesToSettle(List.of(over)));
    }

    @Test
    void allOrdersAreLockedBeforeAnyProject() throws Exception {
        long second = some.order("NW-01", 4260, 3000, TODAY.minusMonths(2), TODAY.plusDays(1));
        given.theOrder(order).ordered(4260).save();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> following = new TransactionTemplate(transactions).execute(transaction -> {
                orders.lock(order);
                Future<?> waits = other.submit(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(theirs -> changed.hoursChanged(List.of(hours(second), hours(order)))));
                assertThatThrownBy(() -> waits.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                planning.plan(order);
                return waits;
            });
            following.get();
        }
        assertThat(planned()).hasSize(3);
    }

    @Test
    void ordersAreLockedByKeyWhicheverCasesTheyAreOf() throws Exception {
        long ofNewerCase = some.order("NW-01", 4260, 3000, TODAY.minusMonths(2), TODAY.plusDays(1));
        long ofOlderCase = given.anOrder(caseId, "R9").state("SESSIONS").save();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> following = new TransactionTemplate(transactions).execute(transaction -> {
                orders.lock(ofNewerCase);
                Future<?> waits = other.submit(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(theirs -> changed.casesChanged(
                                List.of(risk(caseId), risk(some.caseOf(ofNewerCase))), ChangedOrders.OF_RISK)));
                assertThatThrownBy(() -> waits.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                orders.lock(ofOlderCase);
                return waits;
            });
            following.get();
        }
        assertThat(state()).isEqualTo("SESSIONS on NW-01");
    }

    private static ChangedFact risk(long caseId) {
        return new ChangedFact(caseId, "file", Fact.RISK, "case/" + caseId, "RMRH", "RLRH");
    }

    @Test
    void theRegisterOfADayOnWhichNobodyIsExpectedAnyMoreEndsAtOnce() {
        long latest = given.aSession(order, "NW-01", TODAY)
                .reference("LATE")
                .between(LocalTime.of(23, 0), LocalTime.of(23, 30))
                .onRegister()
                .save();
        keeping.begin();
        assertThat(registers()).containsExactly("OPEN");
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RVHR").with("mappaLevel", "M3"));

        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));

        assertThat(registers()).containsExactly("DONE");
        assertThat(messages()).contains("unpaidwork.registerDone");
        assertThat(jdbc.sql("SELECT state FROM upw_session WHERE id = ?")
                        .param(latest)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    private List<String> registers() {
        return jdbc.sql("SELECT state FROM upw_register").query(String.class).list();
    }

    private static ChangedFact hours(long order) {
        return new ChangedFact(order, "file", Fact.HOURS_ORDERED, "order/" + order, "3840", "4260");
    }

    @Test
    void lessRiskChangesNothing() {
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RLRH"));

        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));

        assertThat(state()).isEqualTo("SESSIONS on NW-01");
        assertThat(planned()).hasSize(2);
        assertThat(messages()).isEmpty();
    }

    @Test
    void beforeAProjectIsChosenAnApprovalThatIsMissingNowIsAskedForFirst() {
        given.theOrder(order).state("PROJECT").save();
        take("cases", FileOfNow.ofCase(jdbc, caseId).with("mappaLevel", "M2"));

        follow(Fact.RISK, "case/" + caseId, change -> changed.casesChanged(List.of(change), ChangedOrders.OF_RISK));

        assertThat(state()).startsWith("APPROVAL");
        assertThat(messages()).containsExactly("unpaidwork.orderExtended");
    }

    @Test
    void whoMustBeKeptAwayFromTheProjectLeavesIt() {
        take("upw-requirements", FileOfNow.ofOrder(jdbc, order).with("exclusions", "NW-01"));

        follow(
                Fact.EXCLUSIONS,
                "order/" + order,
                change -> changed.ordersChanged(List.of(change), ChangedOrders.OF_EXCLUSIONS));

        assertThat(state()).isEqualTo("PROJECT without a project");
        assertThat(planned()).isEmpty();
    }

    @Test
    void whatIsLeftAfterTheCourtsCutIsPlanned() {
        take("upw-requirements", FileOfNow.ofOrder(jdbc, order).with("minutesOrdered", 3420));

        follow(Fact.HOURS_ORDERED, "order/" + order, change -> changed.hoursChanged(List.of(change)));

        assertThat(planned()).hasSize(1);
        assertThat(state()).isEqualTo("SESSIONS on NW-01");
        assertThat(told("practitioner-nw")).singleElement().asString().contains("the court changed the hours");
    }

    @Test
    void whatIsWorkedIsEnoughAfterTheCourtsCut() {
        take("upw-requirements", FileOfNow.ofOrder(jdbc, order).with("minutesOrdered", 3000));

        follow(Fact.HOURS_ORDERED, "order/" + order, change -> changed.hoursChanged(List.of(change)));

        assertThat(planned()).isEmpty();
        assertThat(messages()).as("its process checks again").containsExactly("unpaidwork.orderGoesOn");
    }

    @Test
    void moreHoursArePlanned() {
        take("upw-requirements", FileOfNow.ofOrder(jdbc, order).with("minutesOrdered", 4260));

        follow(Fact.HOURS_ORDERED, "order/" + order, change -> changed.hoursChanged(List.of(change)));

        assertThat(planned()).hasSize(3);
    }

    @Test
    void aProjectThatRunsOnOtherDaysIsPlannedAgainAndWhatAFilePlannedToo() {
        LocalDate saturday = TODAY.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        given.aSession(order, "NW-01", saturday.plusDays(2))
                .reference("BY-FILE")
                .save();
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("days", "SAT"));

        follow(Fact.PROJECT, "project/NW-01", change -> changed.projectsChanged(List.of(change)));

        assertThat(planned())
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY));
        assertThat(told("upw-supervisor-nw")).hasSize(1);
    }

    @Test
    void whoeverHasASessionToComeIsWrittenToOnceWherePeopleArePickedUpNow() {
        given.theProject("NW-01").pickUp("Bootle station", LocalTime.of(8, 15)).save();
        given.theCaseOf(order).limitedAccess().save();
        long over = some.order("NW-01", 3840, 0, TODAY.minusMonths(2), TODAY.plusDays(1));
        given.aSession(over, "NW-01", TODAY.minusDays(1)).save();
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("pickUpTime", "08:00"));

        for (int time = 0; time < 2; time++)
            follow(Fact.PICK_UP, "project/NW-01", change -> pickUps.changed(List.of(change)));

        assertThat(jdbc.sql("SELECT CONCAT_WS(' ', template, case_id) FROM case_letter")
                        .query(String.class)
                        .list())
                .containsExactly("PICK_UP_CHANGED " + caseId);
        for (String group : List.of("upw-supervisor-nw", "placement-coordinator-nw"))
            assertThat(jdbc.sql("SELECT body FROM notification WHERE to_group = ?")
                            .param(group)
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "It was 08:15, Bootle station and is 08:00, Bootle station now. One person with a session")
                    .doesNotContain(jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                            .param(caseId)
                            .query(String.class)
                            .single());
    }

    @Test
    void whatAFileSaysAgainOfAPickUpIsNoChange() {
        given.theProject("NW-01").pickUp("Bootle station", LocalTime.of(8, 15)).save();
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("capacity", 9));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM changed_fact WHERE fact = 'PICK_UP'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aProjectThatEndsLeavesNoSession() {
        take("upw-projects", FileOfNow.ofProject(jdbc, "NW-01").with("endDate", TODAY));

        follow(Fact.PROJECT, "project/NW-01", change -> changed.projectsChanged(List.of(change)));

        assertThat(planned()).isEmpty();
        assertThat(messages()).contains("unpaidwork.orderGoesOn");
    }

    private interface Following {
        void follow(ChangedFact change);
    }

    private void follow(Fact fact, String about, Following following) {
        ChangedFact change = jdbc.sql(
                        "SELECT id, value_before, value_after FROM changed_fact WHERE fact = ? AND about = ?")
                .params(fact.name(), about)
                .query((row, n) ->
                        new ChangedFact(row.getLong(1), "file", fact, about, row.getString(2), row.getString(3)))
                .single();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> following.follow(change));
    }

    private void take(String file, FileOfNow content) {
        imports.take(file, content.csv(), OWNER);
    }

    private String state() {
        return jdbc.sql(
                        "SELECT CONCAT(state, IF(project_code IS NULL, ' without a project', CONCAT(' on ', project_code))) FROM upw_order WHERE id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private List<LocalDate> planned() {
        return jdbc.sql("SELECT on_date FROM upw_session WHERE order_id = ? AND state = 'PLANNED' ORDER BY on_date")
                .param(order)
                .query(LocalDate.class)
                .list();
    }

    private List<String> messages() {
        return events.stream(EngineMessage.class)
                .map(EngineMessage::name)
                .distinct()
                .toList();
    }

    private List<String> told(String group) {
        return jdbc.sql("SELECT subject FROM notification WHERE to_group = ?")
                .param(group)
                .query(String.class)
                .list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ChangedOrdersOnMariaDbTest extends ChangedOrdersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ChangedOrdersOnMySqlTest extends ChangedOrdersTest {}
