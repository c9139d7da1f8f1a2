package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

@DomainTest
abstract class EnforcingTest {
    private static final Colleague PRACTITIONER = new Colleague("practitioner", Set.of("practitioner-nw"));
    private static final String REASON = "Planted: at the hospital with their child";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    AnsweringBreachPacks packs;

    @Autowired
    Enforcing enforcing;

    @Autowired
    Enforcements enforcements;

    @Autowired
    JudgingReasons judging;

    @Autowired
    ReplyDates replyDates;

    @Autowired
    SessionReminders reminders;

    @Autowired
    Deadlines deadlines;

    @Autowired
    ApplicationEvents events;

    private SomeSessions some;
    private String project;
    private long order;

    @BeforeEach
    void anOrder() {
        some = new SomeSessions(jdbc);
        project = some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        order = some.order(project, 2400, 0, TODAY.minusMonths(14), TODAY.minusMonths(13));
    }

    @Test
    void aFailureWithoutExplanationIsHeldForFiveWorkingDays() {
        long failure = failure(TODAY.minusDays(1));
        OpeningEnforcements.OpenedEnforcement opened = opening.open(failure);
        assertThat(opened.hold()).isTrue();
        assertThat(opened.until()).isEqualTo(deadlines.endOfDay(deadlines.workingDaysFrom(TODAY, 5)));
        assertThat(opening.open(failure)).isEqualTo(opened);
        assertThat(actions(failure)).containsExactly("EA12 by " + deadlines.workingDaysFrom(TODAY, 5));
    }

    @Test
    void anExplainedOrVerySeriousFailureIsNotHeld() {
        assertThat(opening.open(failure(TODAY.minusDays(1), true, false)).hold())
                .isFalse();
        assertThat(opening.open(failure(TODAY.minusDays(2), false, true)).hold())
                .isFalse();
    }

    @Test
    void aGoodReasonInTimeEndsItWithoutALetterAndCountsForNothing() {
        long failure = failure(TODAY.minusDays(1));
        opening.open(failure);
        judging.judge(failure, true, REASON, PRACTITIONER);
        assertThat(messages("unpaidwork.evidenceJudged")).hasSize(1);
        assertThat(enforcing.count(failure)).isEqualTo(new Enforcing.Count(true, false, 0));
        enforcing.takeNoAction(failure);
        enforcing.takeNoAction(failure);
        assertThat(enforcements.get(failure))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.CLOSED, false);
        assertThat(actions(failure)).containsExactly("EA12 by " + deadlines.workingDaysFrom(TODAY, 5), "NFA");
        assertThat(letters()).isEmpty();
        assertThat(events.stream(EnforcementClosed.class)).hasSize(1);
    }

    @Test
    void theFirstFailureIsAWarningWithSevenDaysToReplyAndThenStands() {
        long failure = failure(TODAY.minusDays(1));
        assertThat(enforcing.count(failure)).isEqualTo(new Enforcing.Count(false, false, 1));
        assertThat(enforcing.warn(failure)).isEqualTo(deadlines.endOfDay(TODAY.plusDays(7)));
        assertThat(enforcing.warn(failure)).isEqualTo(deadlines.endOfDay(TODAY.plusDays(7)));
        assertThat(actions(failure)).containsExactly("EA02 by " + TODAY.plusDays(7));
        assertThat(letters()).containsExactly("warning-" + failure + " WARNING open");
        enforcing.closeWarning(failure);
        assertThat(enforcements.get(failure))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.CLOSED, true);
        assertThat(enforcements.open(some.caseOf(order))).isEmpty();
    }

    @Test
    void aGoodReasonWithinTheReplyWithdrawsTheLetter() {
        long failure = failure(TODAY.minusDays(1));
        enforcing.warn(failure);
        judging.judge(failure, true, REASON, PRACTITIONER);
        assertThat(messages("unpaidwork.reasonAccepted")).hasSize(1);
        enforcing.withdraw(failure);
        enforcing.withdraw(failure);
        assertWithdrawn(failure, "EA02 by " + TODAY.plusDays(7));
    }

    @Test
    void aGoodReasonAcceptedWhenTheWarningIsClosedWithdrawsItStill() {
        long failure = failure(TODAY.minusDays(1));
        enforcing.warn(failure);
        judging.judge(failure, false, "Planted: no proof", PRACTITIONER);
        enforcing.closeWarning(failure);
        assertThatThrownBy(() -> judging.judge(failure, false, REASON, PRACTITIONER))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("the failure stands");
        judging.judge(failure, true, REASON, PRACTITIONER);
        assertWithdrawn(failure, "EA02 by " + TODAY.plusDays(7));
        assertThatThrownBy(() -> judging.judge(failure, true, REASON, PRACTITIONER))
                .hasMessageContaining("already been accepted, by practitioner");
    }

    @Test
    void theSecondFailureInTwelveMonthsIsABreachWithTenWorkingDaysForThePack() {
        long first = failure(TODAY.minusDays(8));
        enforcing.warn(first);
        enforcing.closeWarning(first);
        long second = failure(TODAY.minusDays(1));
        assertThat(enforcing.count(second).failures()).isEqualTo(2);
        assertThat(enforcing.count(first).failures()).isEqualTo(1);
        assertThat(enforcing.prepareBreach(second, EnforcementStep.BREACH))
                .isEqualTo(deadlines.endOfDay(deadlines.workingDaysFrom(TODAY, 10)));
        assertThat(actions(second)).containsExactly("EA08 by " + deadlines.workingDaysFrom(TODAY, 10), "BRE01");
        assertThat(letters()).contains("breach-" + second + " BREACH open");

        assertThatThrownBy(() -> packs.answer(second, null, null, by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("Choose whether");
        assertThatThrownBy(() -> packs.answer(second, "SENT", null, by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("Enter the day");
        assertThatThrownBy(() -> packs.answer(second, "SENT", TODAY.plusDays(1), by()))
                .isInstanceOf(BreaksRules.class);
        packs.answer(second, "SENT", TODAY, by());
        packs.answer(second, "SENT", TODAY, by());
        assertThat(enforcements.get(second).state()).isEqualTo(EnforcementState.BREACHED);
        assertThat(jdbc.sql("SELECT CONCAT(kind, ' ', reference, ' ', closed_on IS NULL) FROM case_component")
                        .query(String.class)
                        .list())
                .containsExactly("BREACH ENF-" + second + " 1");
        assertThatThrownBy(() -> judging.judge(second, true, REASON, PRACTITIONER))
                .hasMessageContaining("tell the court");
    }

    @Test
    void failuresMoreThanTwelveMonthsApartAndImportedWarningsOfThenCountNoLonger() {
        long old = failure(TODAY.minusMonths(13));
        enforcing.warn(old);
        enforcing.closeWarning(old);
        long failure = failure(TODAY.minusDays(1));
        assertThat(enforcing.count(failure).failures()).isEqualTo(1);
        given.allOrders().warnings(1).imported(TODAY.minusDays(10)).save();
        assertThat(enforcing.count(failure).failures()).isEqualTo(2);
        given.allOrders().imported(TODAY.minusMonths(13)).save();
        assertThat(enforcing.count(failure).failures()).isEqualTo(1);
        enforcing.warn(failure);
        assertThat(actions(failure)).containsExactly("EA03 by " + TODAY.plusDays(7));
    }

    @Test
    void twoFailuresOfOneDayAreAFirstAndASecond() {
        long first = failure(TODAY.minusDays(1));
        long session = some.session(order, project, TODAY.minusDays(1), LocalTime.of(17, 0), LocalTime.of(18, 0));
        given.theSession(session).recorded("UACP").save();
        long second = opening.start(session);
        assertThat(List.of(
                        enforcing.count(first).failures(),
                        enforcing.count(second).failures()))
                .containsExactly(1, 2);
    }

    @Test
    void aVerySeriousFailureIsBreachedAtOnceButNotWithoutAReason() {
        long failure = failure(TODAY.minusDays(1), false, true);
        assertThat(enforcing.count(failure)).isEqualTo(new Enforcing.Count(false, true, 1));
        enforcing.prepareBreach(failure, EnforcementStep.BREACH_AT_ONCE);
        assertThat(actions(failure)).contains("IMB");
        assertThatThrownBy(() -> packs.answer(failure, "SENT", TODAY, by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("no reason on the page of the enforcement");
        judging.explain(failure, "Planted: threatened the supervisor", PRACTITIONER);
        packs.answer(failure, "SENT", TODAY, by());
        assertThat(judging.read(failure, PRACTITIONER)).isEqualTo("Planted: threatened the supervisor");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM upw_enforcement WHERE CONVERT(reason USING latin1) LIKE '%Planted%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%Planted%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theBreachPackIsAnsweredByWhoManagesTheSentenceNow() {
        long failure = failure(TODAY.minusDays(1));
        enforcing.prepareBreach(failure, EnforcementStep.BREACH);
        for (String other : List.of("practitioner-gm", "pso-nw", "upw-supervisor-nw", "nobody")) {
            assertThatThrownBy(() -> packs.answer(failure, "SENT", TODAY, SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        some.limited(order);
        assertThatThrownBy(() -> packs.answer(failure, "SENT", TODAY, by()))
                .as("without access")
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> packs.answer(failure, "SENT", TODAY, SomeAnswers.of(1, "psc-service-owner")))
                .isInstanceOf(NotAllowedException.class);
        assertThat(enforcements.get(failure).state()).isEqualTo(EnforcementState.BREACH);
        some.granted(order, "practitioner");
        packs.answer(failure, "SENT", TODAY, by());
        assertThat(enforcements.get(failure).state()).isEqualTo(EnforcementState.BREACHED);
    }

    @Test
    void anOrderThatStandsAloneIsBreachedByItsOfficer() {
        long failure = failure(TODAY.minusDays(1));
        enforcing.prepareBreach(failure, EnforcementStep.BREACH);
        given.allCases().standalone().save();
        assertThatThrownBy(() -> packs.answer(failure, "SENT", TODAY, by())).isInstanceOf(NotAllowedException.class);
        packs.answer(failure, "SENT", TODAY, SomeAnswers.of(1, "pso-nw"));
        assertThat(enforcements.get(failure).state()).isEqualTo(EnforcementState.BREACHED);
    }

    @Test
    void whatFollowsIsDecidedOnTheFactsOfTheMoment() {
        long first = failure(TODAY.minusDays(8));
        assertThat(enforcing.step(first)).isEqualTo(EnforcementStep.WARNING);
        enforcing.warn(first);
        long second = failure(TODAY.minusDays(1));
        assertThat(enforcing.step(second)).isEqualTo(EnforcementStep.BREACH);
        judging.judge(first, true, REASON, PRACTITIONER);
        assertThat(enforcing.step(first)).isEqualTo(EnforcementStep.NONE);
        assertThat(enforcing.step(second)).isEqualTo(EnforcementStep.WARNING);
    }

    @Test
    void whatIsNoBreachIsWithdrawnWithItsReason() {
        long failure = failure(TODAY.minusDays(1));
        enforcing.prepareBreach(failure, EnforcementStep.BREACH);
        assertThatThrownBy(() -> packs.answer(failure, "NOT_BREACHED", null, by()))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("why the order is not breached");
        judging.explain(failure, REASON, PRACTITIONER);
        packs.answer(failure, "NOT_BREACHED", null, by());
        enforcing.withdraw(failure);
        assertThat(enforcements.get(failure))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.WITHDRAWN, false);
        assertThat(letters())
                .containsExactlyInAnyOrder(
                        "breach-" + failure + " BREACH withdrawn", "withdrawal-" + failure + " WITHDRAWAL open");
    }

    @Test
    void aReasonAcceptedBetweenTwoStepsStopsTheLetter() {
        long failure = failure(TODAY.minusDays(1));
        enforcing.count(failure);
        judging.judge(failure, true, REASON, PRACTITIONER);
        enforcing.warn(failure);
        assertThat(letters()).isEmpty();
        assertThat(messages("unpaidwork.reasonAccepted")).hasSize(1);
        enforcing.withdraw(failure);
        assertThat(enforcements.get(failure).state()).isEqualTo(EnforcementState.WITHDRAWN);
        assertThat(letters()).isEmpty();
        assertThat(actions(failure)).isEmpty();
    }

    @Test
    void aWithdrawnFailureLetsThePractitionerLookAgainAtALaterBreach() {
        long first = failure(TODAY.minusDays(8));
        enforcing.warn(first);
        long second = failure(TODAY.minusDays(1));
        enforcing.prepareBreach(second, EnforcementStep.BREACH);
        judging.judge(first, true, REASON, PRACTITIONER);
        enforcing.withdraw(first);
        assertThat(jdbc.sql("SELECT CONCAT(to_group, ' ', about) FROM notification")
                        .query(String.class)
                        .list())
                .containsExactly("practitioner-nw enforcement/" + second);
        assertThat(enforcing.count(second).failures()).isEqualTo(1);
    }

    @Test
    void whatGoesOnAfterItsOrderWasStoppedAndRestoredWritesNoSecondLetter() {
        long first = failure(TODAY.minusDays(8));
        enforcing.warn(first);
        long second = failure(TODAY.minusDays(1));
        enforcing.prepareBreach(second, EnforcementStep.BREACH);
        assertThat(opening.open(first).hold()).isFalse();
        assertThat(enforcing.warn(first)).isEqualTo(deadlines.endOfDay(TODAY.plusDays(7)));
        enforcing.prepareBreach(second, EnforcementStep.BREACH);
        assertThat(letters())
                .containsExactly("warning-" + first + " WARNING open", "breach-" + second + " BREACH open");

        judging.judge(first, true, REASON, PRACTITIONER);
        enforcing.withdraw(first);
        enforcing.warn(second);
        assertThat(enforcements.get(second))
                .extracting(Enforcement::state, Enforcement::step)
                .containsExactly(EnforcementState.WARNED, EnforcementStep.WARNING);
        assertThat(letters()).contains("breach-" + second + " BREACH withdrawn", "warning-" + second + " WARNING open");
    }

    @Test
    void whatWasStoppedStaysStopped() {
        long failure = failure(TODAY.minusDays(1));
        given.allEnforcements().state("STOPPED").save();
        enforcing.takeNoAction(failure);
        enforcing.warn(failure);
        enforcing.closeWarning(failure);
        enforcing.prepareBreach(failure, EnforcementStep.BREACH);
        enforcing.withdraw(failure);
        packs.answer(failure, "SENT", TODAY, by());
        assertThat(enforcements.get(failure).state()).isEqualTo(EnforcementState.STOPPED);
        assertThat(letters()).isEmpty();
        assertThat(actions(failure)).isEmpty();
    }

    @Test
    void onlyThoseWhoManageTheSentenceJudgeAndOnlyWithAReason() {
        long failure = failure(TODAY.minusDays(1));
        for (Colleague other : List.of(
                new Colleague("other", Set.of("practitioner-em")),
                new Colleague("supervisor", Set.of("upw-supervisor-nw")))) {
            assertThatThrownBy(() -> judging.judge(failure, true, REASON, other))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> judging.read(failure, other)).isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> judging.judge(failure, true, " ", PRACTITIONER))
                .isInstanceOf(BreaksRules.class)
                .hasMessage("Write the reason.");
        assertThatThrownBy(() -> judging.judge(failure, true, "x".repeat(4001), PRACTITIONER))
                .isInstanceOf(BreaksRules.class);
    }

    @Test
    void exactlyTheMarkedActionsHaveAReplyDate() {
        List<String> marked = jdbc.sql("SELECT code FROM enforcement_action WHERE needs_reply")
                .query(String.class)
                .list();
        List<String> dated = jdbc.sql("SELECT code FROM enforcement_action").query(String.class).list().stream()
                .filter(code -> replyDates.of(code, TODAY) != null)
                .toList();
        assertThat(dated).containsExactlyInAnyOrderElementsOf(marked);
    }

    @Test
    void workingDaysOfAReplySkipBankHolidaysAndDaysOfALetterDoNot() {
        LocalDate wednesday = LocalDate.of(2024, 12, 18);
        assertThat(wednesday.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(replyDates.of("EA12", wednesday)).isEqualTo("2024-12-27");
        assertThat(replyDates.of("EA08", wednesday)).isEqualTo("2025-01-06");
        assertThat(replyDates.of("EA02", wednesday)).isEqualTo("2024-12-25");
        assertThat(replyDates.of("EA02", LocalDate.of(2028, 2, 22))).isEqualTo("2028-02-29");
        assertThat(replyDates.of("EA06", wednesday)).isNull();
    }

    @Test
    void ofALimitedAccessCaseNobodyIsToldOfABreach() {
        long failure = failure(TODAY.minusDays(1), true, true);
        some.limited(order);
        reminders.pack(failure, OffsetDateTime.now(CLOCK).plusDays(2));
        reminders.pack(failure, OffsetDateTime.now(CLOCK).minusMinutes(1));
        assertThat(jdbc.sql("SELECT CONCAT(to_group, ': ', subject, body) FROM notification ORDER BY id")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allMatch(
                        told -> told.matches(
                                "(practitioner|spo)-nw: A task of CRN X\\d{6} is (nearly due|overdue)If you can see this limited-access case, .*"))
                .noneMatch(told -> told.contains("breach"));
    }

    private void assertWithdrawn(long failure, String... before) {
        assertThat(enforcements.get(failure))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.WITHDRAWN, false);
        assertThat(actions(failure)).startsWith(before).endsWith("EA06", "EA07");
        assertThat(letters())
                .containsExactlyInAnyOrder(
                        "warning-" + failure + " WARNING withdrawn", "withdrawal-" + failure + " WITHDRAWAL open");
    }

    private long failure(LocalDate on) {
        return failure(on, false, false);
    }

    private long failure(LocalDate on, boolean explained, boolean verySerious) {
        long session = some.session(order, project, on);
        given.theSession(session)
                .recorded("UACP")
                .explained(explained)
                .verySerious(verySerious)
                .save();
        return opening.start(session);
    }

    private List<String> actions(long failure) {
        return enforcements.actions(failure).stream()
                .map(action -> action.code() + (action.replyBy() == null ? "" : " by " + action.replyBy()))
                .toList();
    }

    private List<String> letters() {
        return jdbc.sql(
                        "SELECT CONCAT(letter_key, ' ', template, IF(withdrawn_at IS NULL, ' open', ' withdrawn')) FROM case_letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }

    private static TaskAnswer by() {
        return new TaskAnswer(1, PRACTITIONER);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class EnforcingOnMariaDbTest extends EnforcingTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class EnforcingOnMySqlTest extends EnforcingTest {}
