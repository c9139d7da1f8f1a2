package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions.Next;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions.Step;

@DomainTest
abstract class PlanningSessionsTest {
    private static final LocalDate FIRST = TODAY.plusDays(3);
    private static final String EVERY_DAY = "MON TUE WED THU FRI SAT SUN";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlanningSessions planning;

    @Autowired
    OpeningOrders opening;

    @Autowired
    CancellingDays cancelling;

    @Autowired
    Sessions sessions;

    @Autowired
    PlanningTogether together;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AddingToRegisters adding;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ApplicationEvents events;

    private SomeSessions some;
    private String project;
    private long order;

    @BeforeEach
    void anOrderOnAProject() {
        some = new SomeSessions(jdbc);
        project = some.project("NWP1", "PL", EVERY_DAY, null);
        order = some.order(project, 2400, 0, TODAY.minusMonths(2), FIRST);
    }

    @Test
    void sessionsArePlannedUntilTheyCoverWhatRemains() {
        planning.plan(order);
        List<Session> planned = toCome();
        assertThat(planned).hasSize(6).allMatch(session -> session.plannedMinutes() == 420);
        assertThat(planned.getFirst().on())
                .isEqualTo(workingDays.calendar().isBankHoliday(FIRST) ? FIRST.plusWeeks(1) : FIRST);
        assertThat(planned).noneMatch(session -> workingDays.calendar().isBankHoliday(session.on()));
        assertThat(sessions.progress(order))
                .extracting(Sessions.Progress::remaining, Sessions.Progress::planned, Sessions.Progress::shortfall)
                .containsExactly(2400, 2520, 0);
    }

    @Test
    void planningAgainChangesNothing() {
        planning.plan(order);
        List<Session> before = sessions.ofOrder(order);
        planning.plan(order);
        assertThat(sessions.ofOrder(order))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(before);
        assertThat(messages()).isEmpty();
    }

    @Test
    void whatIsWorkedMeanwhileCancelsTheLastAndAnExtraSessionByFileStays() {
        planning.plan(order);
        some.session(order, project, FIRST.plusDays(1));
        given.allOrders().credited(840).save();
        planning.plan(order);
        assertThat(toCome()).hasSize(4);
        assertThat(toCome().get(1).reference()).startsWith("N-");
        assertThat(sessions.ofOrder(order))
                .filteredOn(session -> session.state() == SessionState.CANCELLED)
                .hasSize(3);
        given.allOrders().credited(0).save();
        planning.plan(order);
        assertThat(toCome()).hasSize(6);
    }

    @Test
    void theDayOfASessionThatAFileMovedAwayCanBePlannedAgain() {
        planning.plan(order);
        Session moved = toCome().getFirst();
        given.theSession(moved.id()).on(moved.on().minusDays(1)).save();
        given.allOrders().ordered(2820).save();

        planning.plan(order);
        planning.plan(order);

        assertThat(toCome())
                .filteredOn(session -> session.on().equals(moved.on()))
                .extracting(Session::reference)
                .containsExactly(moved.reference() + "-2");
        assertThat(toCome()).extracting(Session::on).doesNotHaveDuplicates();
        assertThat(sessions.progress(order).planned()).isGreaterThanOrEqualTo(2820);
    }

    @Test
    void aSessionThatWaitsForItsOutcomeCoversItsMinutes() {
        some.session(order, project, TODAY.minusDays(1));
        planning.plan(order);
        assertThat(toCome()).hasSize(5);
    }

    @Test
    void anotherFrequencyOrProjectPlansAnewAndTheProcessIsTold() {
        planning.plan(order);
        Long first = planning.next(order, false).sessionId();
        given.allOrders()
                .frequency("FORTNIGHTLY")
                .firstSession(FIRST.plusDays(1))
                .save();
        planning.plan(order);
        assertThat(toCome())
                .hasSize(6)
                .allMatch(session -> ChronoUnit.DAYS.between(FIRST.plusDays(1), session.on()) % 14 == 0);
        assertThat(messages()).extracting(EngineMessage::correlationKey).containsExactly(first.toString());

        some.project("NWP2", "PL", EVERY_DAY, null);
        given.allOrders().project("NWP2").save();
        planning.plan(order);
        assertThat(toCome())
                .hasSize(6)
                .allMatch(session -> session.projectCode().equals("NWP2"));
    }

    @Test
    void onceIsOneSessionAtATime() {
        given.allOrders().frequency("ONCE").save();
        planning.plan(order);
        planning.plan(order);
        assertThat(toCome()).hasSize(1);
        given.allSessions().state("SETTLED").save();
        planning.plan(order);
        assertThat(toCome())
                .singleElement()
                .satisfies(next -> assertThat(next.on())
                        .isAfter(sessions.ofOrder(order).getFirst().on()));
    }

    @Test
    void aProjectThatEndsTooSoonLeavesTheOrderWithoutOne() {
        some.project("NWP3", "PL", EVERY_DAY, FIRST.plusDays(6));
        given.allOrders().project("NWP3").save();
        Next first = planning.next(order, false);
        int planned = toCome().size();
        assertThat(planned).isLessThanOrEqualTo(1);
        if (planned == 1) assertThat(first.step()).isEqualTo(Step.SESSION);
        given.allSessions().state("SETTLED").save();
        assertThat(planning.next(order, false)).isEqualTo(new Next(Step.NO_PROJECT, null));
        assertThat(sessions.progress(order))
                .extracting(Sessions.Progress::planned, Sessions.Progress::shortfall)
                .containsExactly(0, 2400);
    }

    @Test
    void anOrderThatHasEndedOrHasNoProjectHasNoSessionToCome() {
        planning.plan(order);
        given.allOrders().state("STOPPED").save();
        planning.plan(order);
        assertThat(toCome()).isEmpty();
        given.allOrders().state("SESSIONS").withoutProject().save();
        assertThat(planning.next(order, false).step()).isEqualTo(Step.NO_PROJECT);
    }

    @Test
    void hoursThatAreCompleteCompleteTheOrderAfterTheLastOutcomeIsSettled() {
        planning.plan(order);
        long over = some.session(order, project, TODAY.minusDays(1));
        given.allOrders().credited(2400).save();
        given.theSession(over).state("RECORDED").save();
        assertThat(planning.next(order, false)).isEqualTo(new Next(Step.SESSION, over));
        given.theSession(over).state("SETTLED").save();
        assertThat(planning.next(order, false)).isEqualTo(new Next(Step.COMPLETE, null));
        assertThat(toCome()).isEmpty();
    }

    @Test
    void whatIsPlannedAfterTheTwelveMonthsIsShort() {
        given.allOrders().sentenced(FIRST.minusMonths(12).plusDays(1)).save();
        planning.plan(order);
        assertThat(sessions.progress(order).shortfall())
                .isEqualTo(toCome().getFirst().on().equals(FIRST) ? 1980 : 2400);
        given.allOrders().extendedTo(FIRST.plusYears(1)).save();
        assertThat(sessions.progress(order).shortfall()).isZero();
    }

    @Test
    void aDayOfAProjectTakesAsManyAsItHasPlacesFor() throws Exception {
        given.theProject(project).places(1).save();
        LocalDate firstDay = planned(order).getFirst();
        long second = some.order(project, 840, 0, TODAY.minusMonths(2), FIRST);
        planning.plan(second);
        assertThat(planned(second)).hasSize(2).doesNotContainAnyElementsOf(planned(order));

        given.theProject(project).places(2).save();
        List<Long> others = new ArrayList<>();
        for (int n = 0; n < 6; n++) others.add(some.order(project, 420, 0, TODAY.minusMonths(2), FIRST));
        try (var threads = Executors.newFixedThreadPool(others.size())) {
            List<Callable<Boolean>> allAtOnce = others.stream()
                    .map(other -> (Callable<Boolean>) () -> {
                        planning.plan(other);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(allAtOnce)) assertThat(done.get()).isTrue();
        }
        assertThat(others.stream().filter(other -> planned(other).contains(firstDay)))
                .as("the last place of the first day is taken once")
                .hasSize(1);
        assertThat(others).allSatisfy(other -> assertThat(planned(other)).hasSize(1));
    }

    @Test
    void nobodyIsPlannedOnADayThatIsCancelled() {
        planning.plan(order);
        Session first = toCome().getFirst();
        cancelling.cancel(
                first.id(),
                first.version(),
                CancellingDays.Reason.WEATHER,
                new Colleague("supervisor", Set.of("upw-supervisor-nw")));
        long second = some.order(project, 840, 0, TODAY.minusMonths(2), first.on());
        assertThat(planned(second)).hasSize(2).doesNotContain(first.on());
    }

    @Test
    void aProjectsNewTimesReachWhatIsPlannedThoughItIsFullAndTheProcessIsTold() {
        given.theProject(project).places(1).save();
        List<LocalDate> days = planned(order);
        Long first = planning.next(order, false).sessionId();
        given.theProject(project).between("10:00", "17:00").save();
        assertThat(planned(order)).isEqualTo(days);
        assertThat(toCome()).allSatisfy(session -> assertThat(session.start()).isEqualTo(LocalTime.of(10, 0)));
        assertThat(messages()).extracting(EngineMessage::correlationKey).containsExactly(first.toString());
    }

    @Test
    void ofOrdersPlannedTogetherARevivedSessionTakesItsPlaceToo() {
        given.theProject(project).places(1).save();
        LocalDate day = planned(order).getFirst();
        given.allSessions().state("CANCELLED").save();
        long second = some.order(project, 2400, 0, TODAY.minusMonths(2), FIRST);
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> together.plan(List.of(order, second)));
        assertThat(sessions.ofOrder(order))
                .filteredOn(session -> session.state() == SessionState.PLANNED)
                .extracting(Session::on)
                .contains(day);
        assertThat(sessions.ofOrder(second))
                .extracting(Session::on)
                .isNotEmpty()
                .doesNotContain(day);
    }

    @Test
    void ifAProjectHasNoPlaceOnAnyDayAnotherIsNeeded() {
        given.theProject(project).places(0).save();
        assertThat(planning.next(order, false)).isEqualTo(new Next(Step.NO_PROJECT, null));
    }

    @Test
    void nobodyIsPlannedTwiceAtTheSameHoursWhicheverOrderTheyWorkFor() {
        List<LocalDate> taken = planned(order);
        String crn = jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(some.caseOf(order))
                .query(String.class)
                .single();
        long secondEvent = given.aCase(crn).event(2).save();
        long concurrent = given.anOrder(secondEvent, "R9")
                .ordered(840)
                .state("SESSIONS")
                .project(some.project("NWP2", "PL", EVERY_DAY, null))
                .frequency("WEEKLY")
                .firstSession(FIRST)
                .save();
        planning.plan(concurrent);
        assertThat(planned(concurrent)).hasSize(2).doesNotContainAnyElementsOf(taken);
    }

    @Test
    void nobodyIsPlannedInTheMorningAfterANightAtWorkForAnotherOrder() {
        given.aProject("NIGHTS").days(EVERY_DAY).between("20:00", "06:00").save();
        given.aProject("DAWN").days(EVERY_DAY).between("05:00", "09:00").save();
        long night = ofPerson("X200000", 1, "W01", "NIGHTS");
        long dawn = ofPerson("X200000", 2, "W01", "DAWN");
        List<LocalDate> nights = planned(night);
        assertThat(nights).isNotEmpty();
        assertThat(planned(dawn))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        nights.stream().map(on -> on.plusDays(1)).toList());
        assertThat(sessions.progress(night).planned()).isEqualTo(600 * nights.size());
    }

    @Test
    void ofTwoOrdersOfAPersonThatArePlannedAtTheSameMomentNoneTakesTheHoursOfTheOther() throws Exception {
        for (int time = 0; time < 5; time++) {
            String crn = "X10000" + time;
            long one = ofPerson(crn, 1, "W01", some.project("ONE" + time, "PL", EVERY_DAY, null));
            long other = ofPerson(crn, 2, "W01", some.project("TWO" + time, "PL", EVERY_DAY, null));
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var done :
                        threads.invokeAll(List.<Callable<List<LocalDate>>>of(() -> planned(one), () -> planned(other))))
                    assertThat(done.get()).hasSize(2);
            }
            assertThat(planned(one)).doesNotContainAnyElementsOf(planned(other));
        }
    }

    @Test
    void whoeverComesUnexpectedlyWaitsForWhatIsBeingPlannedForThem() throws Exception {
        String crn = jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(some.caseOf(order))
                .query(String.class)
                .single();
        String elsewhere = some.project("NWP2", "PL", EVERY_DAY, null);
        long another = ofPerson(crn, 2, "W01", elsewhere);
        Colleague supervisor = new Colleague("supervisor", Set.of("upw-supervisor-nw"));
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> added = new TransactionTemplate(transactions).execute(transaction -> {
                planning.plan(another);
                some.session(another, elsewhere, TODAY.minusDays(1));
                Future<?> waits = thread.submit(() -> adding.add(project, TODAY.minusDays(1), crn, supervisor));
                assertThatThrownBy(() -> waits.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return waits;
            });
            assertThatThrownBy(added::get).hasMessageContaining("has a session on another project at those hours");
        }
        assertThat(sessions.ofOrder(order)).isEmpty();
    }

    @Test
    void aConcurrentRequirementSharesTheHoursOfAProjectAndOfNoOther() {
        String elsewhere = some.project("NWP2", "PL", EVERY_DAY, null);
        long main = ofPerson("X100001", 1, "W01", project);
        long concurrent = ofPerson("X100001", 2, "W06", project);
        List<LocalDate> days = planned(main);
        assertThat(planned(concurrent)).isEqualTo(days);

        given.theOrder(concurrent).project(elsewhere).save();
        assertThat(planned(concurrent)).hasSize(2).doesNotContainAnyElementsOf(days);
    }

    @Test
    void aPersonTakesOnePlaceOfADayForHoweverManyOrders() {
        given.theProject(project).places(1).save();
        long main = ofPerson("X100001", 1, "W01", project);
        long concurrent = ofPerson("X100001", 2, "W06", project);
        assertThat(planned(concurrent)).hasSize(2).isEqualTo(planned(main));
        List<LocalDate> theirs = planned(main);

        given.theProject(project).places(2).save();
        long another = ofPerson("X100002", 1, "W01", project);
        assertThat(planned(another)).as("one place is free").isEqualTo(theirs);
        assertThat(planned(ofPerson("X100003", 1, "W01", project)))
                .as("no place is free")
                .doesNotContainAnyElementsOf(theirs);
        given.theOrder(concurrent).ordered(1260).save();
        assertThat(planned(concurrent)).as("theirs stays theirs").containsAll(theirs);
    }

    @Test
    void aPersonTakesOnePlaceOfADayWhenTheirOrdersArePlannedTogether() {
        given.theProject(project).places(1).save();
        long main = ofPerson("X100001", 1, "W01", project);
        long concurrent = ofPerson("X100001", 2, "W06", project);
        long another = ofPerson("X100002", 1, "W01", project);
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> together.plan(List.of(main, concurrent, another)));
        assertThat(planned(concurrent)).hasSize(2).isEqualTo(planned(main));
        assertThat(planned(another)).hasSize(2).doesNotContainAnyElementsOf(planned(main));
    }

    @Test
    void concurrentRequirementsThatArePlannedTogetherShareTheirHoursAndOthersDoNot() {
        long main = ofPerson("X100001", 1, "W01", project);
        long concurrent = ofPerson("X100001", 2, "W06", project);
        long later = ofPerson("X100001", 3, "W01", project);
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> together.plan(List.of(main, concurrent, later)));
        assertThat(planned(concurrent)).hasSize(2).isEqualTo(planned(main));
        assertThat(planned(later)).hasSize(2).doesNotContainAnyElementsOf(planned(main));
    }

    @Test
    void educationIsPlannedUpToItsCapAndThenOtherWorkIsNeededForWhatIsShort() {
        given.allOrders()
                .project(some.project("NWE1", "ET1", EVERY_DAY, null))
                .credited(300)
                .creditedForLearning(300)
                .save();
        planning.plan(order);
        assertThat(toCome())
                .as("720 minutes may be education, of which 300 are credited")
                .hasSize(1);
        assertThat(sessions.progress(order).shortfall()).isEqualTo(2400 - 300 - 420);
        planning.plan(order);
        assertThat(toCome()).as("what is planned counts").hasSize(1);

        given.allSessions().state("SETTLED").save();
        given.allOrders().credited(720).creditedForLearning(720).save();
        assertThat(planning.next(order, false)).isEqualTo(new Next(Step.NO_PROJECT, null));
    }

    private long ofPerson(String crn, int event, String subType, String on) {
        return given.anOrder(given.aCase(crn).event(event).save(), "R" + event)
                .subType(subType)
                .ordered(840)
                .state("SESSIONS")
                .project(on)
                .frequency("WEEKLY")
                .firstSession(FIRST)
                .save();
    }

    @Test
    void anOrderOfWhichAFileBroughtOneSessionIsPlannedToItsEndFromTheFirstDay() {
        some.session(order, project, FIRST);
        assertThat(sessions.progress(order).shortfall()).isEqualTo(1980);
        opening.open(order, 4711);
        assertThat(sessions.progress(order).shortfall()).isZero();
    }

    private List<LocalDate> planned(long ofOrder) {
        planning.plan(ofOrder);
        return sessions.ofOrder(ofOrder).stream()
                .filter(session -> session.state() == SessionState.PLANNED)
                .map(Session::on)
                .toList();
    }

    private List<Session> toCome() {
        return sessions.ofOrder(order).stream()
                .filter(session ->
                        session.state() == SessionState.PLANNED && !session.on().isBefore(TODAY))
                .toList();
    }

    private List<EngineMessage> messages() {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals("unpaidwork.sessionChanged"))
                .toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PlanningSessionsOnMariaDbTest extends PlanningSessionsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PlanningSessionsOnMySqlTest extends PlanningSessionsTest {}
