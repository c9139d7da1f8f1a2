package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.calendar.SomeDeadlines;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionPlan.Fresh;

/** An order of seven hours a week, on Mondays. */
class SessionPlanTest {
    private static final long ORDER = 7;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate NEXT = MONDAY.plusWeeks(1);
    private static final LocalDate THIRD = MONDAY.plusWeeks(2);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FOUR = LocalTime.of(16, 0);
    private static final int SESSION = 420;
    private static final LocalDateTime SUNDAY = MONDAY.minusDays(1).atTime(12, 0);

    private final List<Appointment> sessions = new ArrayList<>();
    private Frequency frequency = Frequency.WEEKLY;
    private int minutesLeft = 2 * SESSION;
    private LocalDate since;
    private LocalDateTime now = SUNDAY;
    private LocalTime start = NINE;
    private LocalTime end = FOUR;
    private LocalDate opens = LocalDate.of(2020, 1, 1);
    private final Set<LocalDate> taken = new HashSet<>();
    private Set<DayOfWeek> days = EnumSet.of(DayOfWeek.MONDAY);
    private boolean everyRead;
    private boolean education;
    private int educationLeft;

    @Test
    void asManySessionsArePlannedAsCoverWhatRemains() {
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(NEXT));
        minutesLeft = 2 * SESSION + 1;
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(NEXT), fresh(THIRD));
        minutesLeft = 0;
        assertThat(plan().changesNothing()).isTrue();
        assertThat(everyRead).as("no session is read if none is needed").isFalse();
    }

    @Test
    void aDayThatIsTakenIsLeftOutAndWhatIsPlannedOnItStays() {
        taken.add(MONDAY);
        assertThat(plan().added()).containsExactly(fresh(NEXT), fresh(THIRD));
        held(1, MONDAY, SessionState.PLANNED);
        assertThat(plan().cancelled()).isEmpty();
        assertThat(plan().added()).containsExactly(fresh(NEXT));
    }

    @Test
    void whatIsPlannedHereMovesToTheProjectsNewTimesAndWhatAFileBroughtStays() {
        held(1, MONDAY, SessionState.PLANNED);
        held(2, NEXT, SessionState.PLANNED);
        start = NINE.plusHours(1);
        end = FOUR.plusHours(1);
        SessionPlan plan = plan();
        assertThat(plan.cancelled()).containsExactly(1L, 2L);
        assertThat(plan.revived()).containsExactly(1L, 2L);
        assertThat(plan.added()).isEmpty();
        assertThat(plan.days()).as("each takes a place").containsExactly(MONDAY, NEXT);

        sessions.clear();
        sessions.add(appointment(1, "FILE-1", "P1", MONDAY, SessionState.PLANNED));
        assertThat(plan().cancelled()).isEmpty();
    }

    @Test
    void educationIsPlannedUntilItIsAllThatStillCountsAndWorkIsNotHeldToThat() {
        education = true;
        educationLeft = SESSION;
        assertThat(plan().added()).containsExactly(fresh(MONDAY));
        held(1, MONDAY, SessionState.PLANNED);
        assertThat(plan().changesNothing()).isTrue();
        educationLeft = 0;
        assertThat(plan().cancelled()).containsExactly(1L);
        sessions.clear();
        educationLeft = 3 * SESSION;
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(NEXT));
        education = false;
        educationLeft = 0;
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(NEXT));
    }

    @Test
    void anOrderThatComesOnceHasOneSession() {
        frequency = Frequency.ONCE;
        assertThat(plan().added()).containsExactly(fresh(MONDAY));
        held(1, MONDAY, SessionState.PLANNED);
        assertThat(plan().changesNothing()).isTrue();
    }

    @Test
    void anOrderThatDoesNotSayHowOftenComesEveryWeek() {
        frequency = null;
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(NEXT));
    }

    @Test
    void theFirstDayIsTodayUntilTheProjectStarts() {
        now = MONDAY.atTime(8, 59);
        assertThat(plan().added().getFirst()).isEqualTo(fresh(MONDAY));
        now = MONDAY.atTime(9, 0);
        assertThat(plan().added().getFirst()).isEqualTo(fresh(NEXT));
    }

    @Test
    void nothingIsPlannedBeforeTheProjectOpens() {
        opens = MONDAY;
        assertThat(plan().added().getFirst()).isEqualTo(fresh(MONDAY));
        opens = MONDAY.plusDays(1);
        assertThat(plan().added().getFirst()).isEqualTo(fresh(NEXT));
    }

    @Test
    void everyTwoWeeksAreCountedFromTheFirstSession() {
        frequency = Frequency.FORTNIGHTLY;
        since = MONDAY.minusWeeks(1);
        assertThat(plan().added()).containsExactly(fresh(NEXT), fresh(NEXT.plusWeeks(2)));
        since = null;
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(THIRD));
    }

    @Test
    void whatIsPlannedStaysAndOnlyTheRestIsAdded() {
        held(1, MONDAY, SessionState.PLANNED);
        SessionPlan plan = plan();
        assertThat(plan.cancelled()).isEmpty();
        assertThat(plan.added()).containsExactly(fresh(NEXT));
        assertThat(plan.changesNothing()).isFalse();
    }

    @Test
    void whatIsNoLongerNeededIsCancelled() {
        held(1, MONDAY, SessionState.PLANNED);
        held(2, NEXT, SessionState.PLANNED);
        held(3, THIRD, SessionState.PLANNED);
        assertThat(plan().cancelled()).containsExactly(3L);
        minutesLeft = 1;
        assertThat(plan().cancelled()).containsExactly(2L, 3L);
        minutesLeft = 0;
        assertThat(plan().cancelled()).containsExactly(1L, 2L, 3L);
        assertThat(plan().changesNothing()).isFalse();
    }

    @Test
    void whatHasBegunCountsAndIsNeverCancelled() {
        held(1, MONDAY, SessionState.PLANNED);
        held(2, NEXT, SessionState.PLANNED);
        now = MONDAY.atTime(9, 0);
        minutesLeft = SESSION;
        SessionPlan plan = plan();
        assertThat(plan.cancelled()).containsExactly(2L);
        assertThat(plan.added()).isEmpty();
    }

    @Test
    void anOutcomeThatIsNotSettledCounts() {
        held(1, MONDAY, SessionState.RECORDED);
        minutesLeft = SESSION;
        assertThat(plan().changesNothing()).isTrue();
    }

    @Test
    void aSessionOnADayThatIsNoLongerRightIsCancelledUnlessAFileBroughtIt() {
        LocalDate tuesday = MONDAY.plusDays(1);
        held(1, tuesday, SessionState.PLANNED);
        assertThat(plan().cancelled()).containsExactly(1L);
        assertThat(plan().added()).containsExactly(fresh(MONDAY), fresh(NEXT));

        sessions.clear();
        sessions.add(appointment(1, "UPW-%d-%s-2".formatted(ORDER, tuesday), "P1", tuesday, SessionState.PLANNED));
        assertThat(plan().cancelled()).as("the second of its name is ours too").containsExactly(1L);

        sessions.clear();
        sessions.add(appointment(1, "FILE-1", "P1", tuesday, SessionState.PLANNED));
        days = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(plan().cancelled()).isEmpty();
        assertThat(plan().added()).containsExactly(fresh(MONDAY));
        days = EnumSet.of(DayOfWeek.MONDAY);
        assertThat(plan().cancelled())
                .as("its project does not run that day any more")
                .containsExactly(1L);

        sessions.clear();
        sessions.add(appointment(1, "FILE-1", "P2", tuesday, SessionState.PLANNED));
        assertThat(plan().cancelled()).as("of another project").containsExactly(1L);
    }

    @Test
    void noDayHasTwoSessions() {
        held(1, MONDAY, SessionState.SETTLED);
        assertThat(plan().added()).containsExactly(fresh(NEXT), fresh(THIRD));
    }

    @Test
    void whatWasCancelledIsPlannedAgainUnderItsName() {
        held(1, MONDAY, SessionState.CANCELLED);
        SessionPlan plan = plan();
        assertThat(plan.revived()).containsExactly(1L);
        assertThat(plan.added()).containsExactly(fresh(NEXT));
        minutesLeft = SESSION;
        assertThat(plan().changesNothing()).isFalse();
    }

    @Test
    void aNameThatIsTakenByAnotherDayGetsANumber() {
        sessions.add(appointment(1, "UPW-7-" + MONDAY, "P1", MONDAY.minusWeeks(1), SessionState.SETTLED));
        assertThat(plan().added()).containsExactly(new Fresh("UPW-7-%s-2".formatted(MONDAY), MONDAY), fresh(NEXT));

        sessions.add(
                appointment(2, "UPW-7-%s-2".formatted(MONDAY), "P1", MONDAY.minusWeeks(2), SessionState.CANCELLED));
        assertThat(plan().added().getFirst()).isEqualTo(new Fresh("UPW-7-%s-3".formatted(MONDAY), MONDAY));
        assertThat(plan().revived()).isEmpty();
    }

    @Test
    void aCancelledSessionThatWasMovedElsewhereIsNotPlannedAgain() {
        sessions.add(appointment(1, "UPW-7-" + MONDAY, "P1", MONDAY.plusDays(2), SessionState.CANCELLED));
        SessionPlan plan = plan();
        assertThat(plan.revived()).isEmpty();
        assertThat(plan.added().getFirst().on()).isEqualTo(MONDAY);
    }

    @Test
    void nothingIsPlannedInANightThatIsTaken() {
        days = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        start = LocalTime.of(5, 0);
        end = LocalTime.of(12, 0);
        since = MONDAY.plusDays(1);
        minutesLeft = 3 * SESSION;
        sessions.add(new Appointment(
                1, "FILE", "P1", MONDAY, LocalTime.of(20, 0), LocalTime.of(6, 0), SessionState.PLANNED, false));
        assertThat(plan().days()).doesNotContain(MONDAY.plusDays(1)).isNotEmpty();
    }

    @Test
    void aProjectWithoutMinutesPlansNothing() {
        end = start;
        assertThat(plan().changesNothing()).isTrue();
    }

    @Test
    void withoutAProjectWhatIsToComeIsCancelledAndWhatHasBegunStays() {
        held(1, MONDAY, SessionState.PLANNED);
        held(2, NEXT, SessionState.PLANNED);
        held(3, THIRD, SessionState.RECORDED);
        SessionPlan plan = SessionPlan.ofNone(order(), sessions, MONDAY.atTime(9, 0));

        assertThat(plan.orderId()).isEqualTo(ORDER);
        assertThat(plan.cancelled()).containsExactly(2L);
        assertThat(plan.added()).isEmpty();
        assertThat(plan.revived()).isEmpty();
        assertThat(SessionPlan.ofNone(order(), sessions, SUNDAY).cancelled()).containsExactly(1L, 2L);
    }

    @Test
    void theNextSessionIsTheFirstWithAnOutcomeOrElseTheFirst() {
        held(3, THIRD, SessionState.PLANNED);
        held(2, NEXT, SessionState.PLANNED);
        held(4, MONDAY, SessionState.CANCELLED);
        assertThat(Appointment.next(sessions)).map(Appointment::id).hasValue(2L);
        held(5, THIRD.plusWeeks(1), SessionState.RECORDED);
        assertThat(Appointment.next(sessions)).map(Appointment::id).hasValue(5L);
        assertThat(Appointment.next(List.of())).isEmpty();
    }

    @Test
    void ofTwoOnOneDayTheEarlierIsNextAndOfTwoAtOneTimeTheOlder() {
        held(2, MONDAY, SessionState.PLANNED);
        held(1, MONDAY, SessionState.PLANNED);
        assertThat(Appointment.next(sessions)).map(Appointment::id).hasValue(1L);
        sessions.add(new Appointment(3, "FILE", "P1", MONDAY, NINE.minusMinutes(1), FOUR, SessionState.PLANNED, false));
        assertThat(Appointment.next(sessions)).map(Appointment::id).hasValue(3L);
    }

    private SessionPlan plan() {
        everyRead = false;
        return SessionPlan.of(
                order(),
                new ProjectHours("P1", "Parks", days, start, end, opens, null, education),
                sessions.stream()
                        .filter(session -> Set.of(SessionState.PLANNED, SessionState.RECORDED)
                                .contains(session.state()))
                        .toList(),
                since,
                cancelled -> {
                    everyRead = true;
                    return new SessionPlan.Known(sessions, day -> !taken.contains(day));
                },
                SomeDeadlines.CALENDAR,
                now);
    }

    private Order order() {
        Order order = mock(Order.class);
        when(order.id()).thenReturn(ORDER);
        when(order.minutesLeft()).thenReturn(minutesLeft);
        when(order.educationLeft()).thenReturn(educationLeft);
        when(order.frequency()).thenReturn(frequency);
        when(order.projectCode()).thenReturn("P1");
        return order;
    }

    private void held(long id, LocalDate on, SessionState state) {
        sessions.add(appointment(id, "UPW-%d-%s".formatted(ORDER, on), "P1", on, state));
    }

    private static Appointment appointment(
            long id, String reference, String project, LocalDate on, SessionState state) {
        return new Appointment(id, reference, project, on, NINE, FOUR, state, false);
    }

    private static Fresh fresh(LocalDate on) {
        return new Fresh("UPW-%d-%s".formatted(ORDER, on), on);
    }
}
