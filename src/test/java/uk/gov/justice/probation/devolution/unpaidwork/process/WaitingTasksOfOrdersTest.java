package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose;
import uk.gov.justice.probation.devolution.camunda.TaskOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

@DomainTest
@WithDatabase(WithDatabase.Engine.MARIADB)
class WaitingTasksOfOrdersTest {
    private static final Colleague SUPERVISOR = new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sessions sessions;

    @Autowired
    Enforcements enforcements;

    @Autowired
    Orders orders;

    @Autowired
    Cases cases;

    @Autowired
    CaseAccess access;

    @Autowired
    TaskSubjects subjects;

    @Autowired
    Clock clock;

    private SomeSessions some;
    private WaitingTasksOfOrders waiting;
    private TaskSubject order;
    private long session;

    @BeforeEach
    void anOrderWithASessionThatIsOverAndOneToCome() {
        waiting = new WaitingTasksOfOrders(sessions, enforcements, orders, cases, access, subjects, clock);
        some = new SomeSessions(jdbc);
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        long id = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(2));
        order = new TaskSubject("orderId", id, "order/" + id, "NW");
        session = session(-1);
        session(6);
    }

    @Test
    void theOneSessionThatHasBegunAndTheOneEnforcementForTheCourtAreMeant() {
        long enforcement = enforcement(session, "BREACH");
        enforcement(session(-20), "WARNED");
        given.sessionsBefore(today().minusDays(10)).state("SETTLED").save();

        assertThat(waiting.theOneThatWaits("upw-session", order))
                .contains(new TaskSubject("sessionId", session, "session/" + session, "NW"));
        assertThat(waiting.theOneThatWaits("upw-enforcement", order))
                .contains(new TaskSubject("enforcementId", enforcement, "enforcement/" + enforcement, "NW"));
        assertThat(waiting.theOneThatWaits("upw-beginning", order)).isEmpty();
        assertThat(waiting.theOneThatWaits("upw-session", new TaskSubject("handoverId", 1, "handover/1", "NW")))
                .isEmpty();
    }

    @Test
    void ofSeveralNoneIsMeantAndWhoseWorkItIsSaysWhichItWas() {
        long breach = enforcement(session, "BREACH");
        long earlier = enforcement(session(-2), "BREACH");

        for (String process : List.of("upw-session", "upw-enforcement"))
            assertThat(waiting.theOneThatWaits(process, order)).isEmpty();
        TaskOfBefore outcome = task("upw-session", "Task_RecordOutcome", "sessionId");
        TaskOfBefore pack = task("upw-enforcement", "Task_BreachPack", "enforcementId");
        assertThat(waiting.about(outcome).orElseThrow().by()).isEqualTo(Role.UPW_SUPERVISOR);
        assertThat(waiting.about(pack).orElseThrow().by()).isEqualTo(Role.PRACTITIONER);
        assertThat(waiting.choices(outcome, SUPERVISOR))
                .extracting(SubjectsToChoose.Choice::text)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("09:00"));
        assertThat(waiting.choices(pack, SUPERVISOR))
                .extracting(choice -> choice.subject().value())
                .containsExactlyInAnyOrder("" + breach, "" + earlier);
        assertThat(waiting.about(task("upw-placement", "Task_ConfirmStart", "caseId")))
                .isEmpty();
    }

    @Test
    void whatATaskIsKnownToBeAboutIsNoChoice() {
        long other = session(-2);
        subjects.note(700, new TaskSubject("sessionId", other, "session/" + other, "NW"));

        assertThat(waiting.choices(task("upw-session", "Task_RecordOutcome", "sessionId"), SUPERVISOR))
                .extracting(choice -> choice.subject().value())
                .containsExactly("" + session);
    }

    @Test
    void ofALimitedAccessCaseNobodyWithoutAccessIsOfferedAnything() {
        given.allCases().limitedAccess().save();
        TaskOfBefore outcome = task("upw-session", "Task_RecordOutcome", "sessionId");

        assertThat(waiting.choices(outcome, SUPERVISOR)).isEmpty();
        assertThat(waiting.choices(outcome, new Colleague("psc-service-owner", Set.of("psc-service-owner"))))
                .isEmpty();
        assertThat(waiting.about(outcome).orElseThrow().belongsTo()).matches("CRN [A-Z]\\d{6}");
        given.access(some.caseOf(Long.parseLong(order.value())), "upw-supervisor-nw");
        assertThat(waiting.choices(outcome, SUPERVISOR)).hasSize(1);
    }

    @Test
    void whereNothingWaitsNothingIsMeant() {
        given.allSessions().state("SETTLED").save();

        assertThat(waiting.theOneThatWaits("upw-session", order)).isEmpty();
        assertThat(waiting.theOneThatWaits("upw-enforcement", order)).isEmpty();
    }

    private TaskOfBefore task(String process, String step, String asksFor) {
        return new TaskOfBefore(1, 2, process, step, asksFor, order, "upw-supervisor-nw", clock.instant());
    }

    private long session(int days) {
        return some.session(Long.parseLong(order.value()), "NW-01", today().plusDays(days));
    }

    private long enforcement(long session, String state) {
        return given.anEnforcement(session).failed(today()).state(state).save();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
