package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.AdjustingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCodes;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.PreparingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionNotes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;

/** No step of a session or of an enforcement sends more statements than it needs. */
@DomainTest
@WithDatabase
class StatementsOfStepsTest {
    private static final Colleague PRACTITIONER = new Colleague("practitioner", Set.of("practitioner-nw"));
    private static final Colleague SUPERVISOR = new Colleague("supervisor", Set.of("upw-supervisor-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutcomeCodes codes;

    @Autowired
    PreparingSessions preparing;

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    SettlingOutcomes settling;

    @Autowired
    AdjustingMinutes adjusting;

    @Autowired
    PlanningSessions planning;

    @Autowired
    SessionNotes notes;

    @Autowired
    CorrectingOutcomes correcting;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    AnsweringBreachPacks packs;

    @Autowired
    Enforcing enforcing;

    @Autowired
    JudgingReasons judging;

    @Autowired
    ListingSessions listing;

    @Autowired
    ReadingSessions reading;

    @Autowired
    ReadingEnforcements readingEnforcements;

    private final SoftAssertions held = new SoftAssertions();
    private SomeSessions some;
    private String project;
    private long order;

    @BeforeEach
    void anOrderWithItsSessions() {
        some = new SomeSessions(jdbc);
        project = some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        order = some.order(project, 2400, 0, TODAY.minusMonths(14), TODAY.minusMonths(13));
        planning.plan(order);
        codes.all();
        codes.ratings();
    }

    @Test
    void anAnswerInTasklistReadsItsSessionAndItsOrderOnce() throws Exception {
        long session = session(30);
        Statements sent = Statements.during(
                () -> recording.answer(session, outcome("ATTC", null), SomeAnswers.of(1, "upw-supervisor-nw")));
        assertThat(read("upw_session", sent)).hasSize(1);
        assertThat(read("upw_order", sent)).hasSize(1);
    }

    @Test
    void stepsOfASession() throws Exception {
        long session = session(30);
        step("prepare", 5, () -> preparing.prepare(session, 77));
        step(
                "answer in Tasklist",
                12,
                () -> recording.answer(session, outcome("ATTC", null), SomeAnswers.of(1, "upw-supervisor-nw")));
        step(
                "answer again",
                6,
                () -> recording.answer(session, outcome("ATTC", null), SomeAnswers.of(1, "upw-supervisor-nw")));
        step("read the outcome", 1, () -> settling.read(session));
        step("credit", 17, () -> settling.credit(session));
        step("credit again", 5, () -> settling.credit(session));
        long absent = session(29);
        step("record on the page", 11, () -> recording.record(absent, outcome("AAME", 1), SUPERVISOR));
        step("reschedule", 9, () -> settling.reschedule(absent));
        long missed = session(28);
        step("write notes", 6, () -> notes.write(missed, "Note", false, 1, SUPERVISOR));
        step("read notes", 4, () -> notes.read(missed, SUPERVISOR));
        recording.record(missed, outcome("UACP", 2), SUPERVISOR);
        step("start the enforcement", 13, () -> opening.start(missed));
        step("start the enforcement again", 6, () -> opening.start(missed));
        step("credit travel", 16, () -> adjusting.travel(order, session, 60, SUPERVISOR));
        step("ask what is next", 3, () -> planning.next(order, false));
        step("plan without a change", 3, () -> planning.plan(order));
        step(
                "correct minutes",
                19,
                () -> correcting.correct(
                        session,
                        new Outcome("ATTC", null, null, 30, null, null, null, false, false, false, 3),
                        SUPERVISOR));
        step("correct to a failure", 30, () -> correcting.correct(session, outcome("UACP", 4), SUPERVISOR));
        step("correct from a failure", 28, () -> correcting.correct(session, outcome("ATTC", 5), SUPERVISOR));
        step("show the session", 7, () -> reading.session(session, SUPERVISOR));
        for (int daysAgo = 60; daysAgo > 50; daysAgo--) session(daysAgo);
        step("list what waits", 2, () -> listing.list(SUPERVISOR, SessionsWanted.waiting(), 50, 0));
        held.assertAll();
    }

    @Test
    void stepsOfAnEnforcement() throws Exception {
        long explained = failure(20);
        step("open", 10, () -> opening.open(explained, 78));
        step("judge the evidence", 7, () -> judging.judge(explained, true, "Reason", PRACTITIONER));
        step("decide on nothing", 5, () -> enforcing.step(explained));
        step("take no action", 10, () -> enforcing.takeNoAction(explained));
        long warned = failure(19);
        step("decide on a warning", 5, () -> enforcing.step(warned));
        step("warn", 14, () -> enforcing.warn(warned));
        step("warn again", 7, () -> enforcing.warn(warned));
        step("judge the reply", 7, () -> judging.judge(warned, true, "Reason", PRACTITIONER));
        step("withdraw", 22, () -> enforcing.withdraw(warned));
        long stands = failure(18);
        enforcing.warn(stands);
        step("close the warning", 7, () -> enforcing.closeWarning(stands));
        long breach = failure(17);
        step("prepare the breach", 16, () -> enforcing.prepareBreach(breach));
        step("explain", 7, () -> judging.explain(breach, "Reason", PRACTITIONER));
        step("read the reason", 5, () -> judging.read(breach, PRACTITIONER));
        step("show the enforcement", 7, () -> readingEnforcements.enforcement(breach, PRACTITIONER));
        step("send the pack", 12, () -> packs.answer(breach, "SENT", TODAY, SomeAnswers.of(1, "practitioner-nw")));
        step("judge what is closed", 25, () -> judging.judge(stands, true, "Reason", PRACTITIONER));
        held.assertAll();
    }

    private void step(String name, int atMost, Statements.Action action) throws Exception {
        Statements sent = Statements.during(action);
        held.assertThat(sent.count()).as("%s: %s", name, sent).isLessThanOrEqualTo(atMost);
    }

    /** Statements that read all columns of a row. */
    private static List<String> read(String table, Statements sent) {
        return sent.of(table).stream()
                .filter(sql -> sql.startsWith("select") && sql.contains("from " + table) && sql.contains(".version"))
                .toList();
    }

    private long session(int daysAgo) {
        return some.session(order, project, TODAY.minusDays(daysAgo));
    }

    private long failure(int daysAgo) {
        long session = session(daysAgo);
        given.theSession(session).recorded("UACP").save();
        return opening.start(session);
    }

    private static Outcome outcome(String code, Integer version) {
        return new Outcome(code, null, null, 0, null, null, null, false, false, false, version);
    }
}
