package uk.gov.justice.probation.devolution.termination;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;

/**
 * No step of a termination sends more statements than it needs, and a list sends as many for many terminations as for
 * one.
 */
@DomainTest
abstract class StatementsOfTerminationsTest {
    private static final Map<String, Integer> ALLOWED = Map.ofEntries(
            entry("start from the due list", 8),
            entry("start again", 3),
            entry("collect", 12),
            entry("decide that it is blocked", 12),
            entry("say that it is settled", 8),
            entry("look again", 1),
            entry("tell of lateness", 6),
            entry("decide that it can end", 11),
            entry("give evidence", 16),
            entry("give the same evidence", 15),
            entry("complete the evidence", 14),
            entry("review", 11),
            entry("agree", 7),
            entry("end the components", 19),
            entry("end the components again", 6),
            entry("end the event", 9),
            entry("close the appointments", 9),
            entry("tell others", 23),
            entry("recalculate the workload", 8),
            entry("show it", 16),
            entry("reopen", 35),
            entry("go back to court", 4),
            entry("keep it live", 4),
            entry("record a death", 31),
            entry("record a death again", 6),
            entry("ask by hand", 3),
            entry("answer by hand", 7),
            entry("make a due list that has nothing to do", 3));

    private static final Colleague ADMIN = new Colleague("admin", Set.of("case-admin-nw"));
    private static final Colleague SENIOR = new Colleague("senior", Set.of("spo-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    StartingTerminations starting;

    @Autowired
    AskingForTerminations asking;

    @Autowired
    CollectingOpenWork collecting;

    @Autowired
    GivingEvidence evidence;

    @Autowired
    Reviewing reviewing;

    @Autowired
    GoingBackToCourt court;

    @Autowired
    EndingComponents endingComponents;

    @Autowired
    EndingCases ending;

    @Autowired
    TellingOthers telling;

    @Autowired
    RecordingCaseEvents recording;

    @Autowired
    Reopening reopening;

    @Autowired
    ListingTerminations listing;

    @Autowired
    ReadingTerminations reading;

    @Autowired
    Terminations terminations;

    @Autowired
    Cases cases;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, Integer> sent = new LinkedHashMap<>();

    @Test
    void aStepSendsWhatItNeeds() throws Exception {
        SomeTerminations some = new SomeTerminations(jdbc);
        long first = some.endingCase(TODAY.plusDays(90));
        starting.startByHand(some.crn(first), 1, "NW", 1, "case-admin-nw");

        long caseId = some.endingCase(TODAY);
        given.theCase(caseId).rosh("RVHR").save();
        long order = some.order(caseId, "COMPLETE", 6000);
        long requirement = some.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(50));
        some.component(caseId, "REGISTRATION", "G1", TODAY.minusDays(50));
        long warrant = some.component(caseId, "WARRANT", "W1", TODAY.minusDays(5));
        some.component(caseId, "BREACH", "B1", TODAY.minusDays(5));
        some.component(caseId, "APPOINTMENT", "A1", TODAY.plusDays(5));
        some.component(caseId, "APPOINTMENT", "A2", TODAY.plusDays(6));

        count("start from the due list", () -> starting.startIfDue(caseId, Cause.EXPECTED_END, TODAY));
        count("start again", () -> starting.startIfDue(caseId, Cause.EXPECTED_END, TODAY));
        long id = some.termination(caseId);
        count("collect", () -> collecting.collect(id, 1));
        count("decide that it is blocked", () -> collecting.decide(id));
        count("say that it is settled", () -> collecting.looked(id, SomeAnswers.of(1, "case-admin-nw")));
        count("look again", () -> inTransaction(() -> publisher.publishEvent(new EnforcementClosed(caseId))));
        count("tell of lateness", () -> telling.lateness(id));
        for (String kind : List.of("WARRANT", "BREACH"))
            given.theComponents(kind).closedAtOnce().save();
        collecting.collect(id, 1);
        count("decide that it can end", () -> collecting.decide(id));
        Map<String, String> outcomes = new HashMap<>();
        evidence.lines(terminations.get(id), cases.get(caseId))
                .forEach(line -> outcomes.put(line.component().key(), "COMPLETED"));
        count("give evidence", () -> evidence.give(id, outcomes, ADMIN));
        count("give the same evidence", () -> evidence.give(id, outcomes, ADMIN));
        count("complete the evidence", () -> evidence.complete(id, true, SomeAnswers.of(2, "case-admin-nw")));
        count("review", () -> reviewing.review(id, "AGREE", SomeAnswers.of(3, "practitioner-nw")));
        count("agree", () -> reviewing.agree(id, "AGREE", SomeAnswers.of(4, "spo-nw")));
        count("end the components", () -> endingComponents.end(id));
        count("end the components again", () -> endingComponents.end(id));
        count("end the event", () -> ending.endEvent(id));
        count("close the appointments", () -> ending.closeAppointments(id));
        count("tell others", () -> telling.ended(id));
        count("recalculate the workload", () -> ending.recalculateWorkload(id));
        count("show it", () -> reading.file(id, ADMIN));
        count("reopen", () -> reopening.reopen(some.crn(caseId), 1, "The court erred", SENIOR));

        long live = some.endingCase(TODAY.plusDays(1));
        some.order(live, "SESSIONS", 600);
        given.theCase(live).expectedToEnd(TODAY).save();
        starting.startIfDue(live, Cause.EXPECTED_END, TODAY);
        long goesOn = some.termination(live);
        collecting.collect(goesOn, 2);
        collecting.decide(goesOn);
        count(
                "go back to court",
                () -> court.applied(goesOn, TODAY, TODAY.plusDays(90), SomeAnswers.of(5, "practitioner-nw")));
        count("keep it live", () -> court.keepLive(goesOn));

        long dies = some.endingCase(TODAY.plusDays(90));
        some.order(dies, "SESSIONS", 600);
        count("record a death", () -> recording.record(some.crn(dies), 1, "DIED", TODAY, ADMIN));
        count("record a death again", () -> recording.record(some.crn(dies), 1, "DIED", TODAY, ADMIN));

        count("ask by hand", () -> asking.ask("X000001", "1", "NW", 9));
        count("answer by hand", () -> asking.answer(9, "WITHDRAW", SomeAnswers.of(6, "case-admin-nw")));
        count("make a due list that has nothing to do", dueTerminations::startAll);
        assertThat(sent)
                .containsOnlyKeys(ALLOWED.keySet())
                .allSatisfy(
                        (step, statements) -> assertThat(statements).as(step).isLessThanOrEqualTo(ALLOWED.get(step)));
    }

    @Test
    void aListSendsNoMoreForMoreTerminations() throws Exception {
        SomeTerminations some = new SomeTerminations(jdbc);
        blocked(some);
        Statements ofOne = Statements.during(
                () -> assertThat(listing.list(Queue.BLOCKED, "", ADMIN, 50, 0).lines())
                        .hasSize(1));
        for (int n = 0; n < 5; n++) blocked(some);
        Statements ofSix = Statements.during(
                () -> assertThat(listing.list(Queue.BLOCKED, "", ADMIN, 50, 0).lines())
                        .hasSize(6));
        assertThat(ofSix.all()).hasSize(ofOne.count());
        assertThat(ofSix.repeated()).isEmpty();
    }

    private void blocked(SomeTerminations some) {
        long caseId = some.endingCase(TODAY);
        some.component(caseId, "WARRANT", "W1", TODAY.minusDays(5));
        starting.startIfDue(caseId, Cause.EXPECTED_END, TODAY);
        collecting.collect(some.termination(caseId), 1);
        collecting.decide(some.termination(caseId));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void count(String step, Statements.Action action) throws Exception {
        sent.put(step, Statements.during(action).count());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class StatementsOfTerminationsOnMariaDbTest extends StatementsOfTerminationsTest {}
