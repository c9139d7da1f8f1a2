package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectDays;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules.Candidate;

class SessionRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FOUR = LocalTime.of(16, 0);
    private static final LocalDateTime AFTER = MONDAY.atTime(18, 0);
    private static final LocalDateTime BEFORE = MONDAY.atTime(8, 0);
    private static final LocalDateTime DURING = MONDAY.atTime(12, 0);
    private static final OutcomeCode COMPLIED =
            new OutcomeCode("ATTC", "Attended: complied", true, Credit.FULL, false, true);
    private static final OutcomeCode UNACCEPTABLE =
            new OutcomeCode("UACP", "Absent: unacceptable", false, Credit.NONE, true, true);
    private static final OutcomeCode MEDICAL =
            new OutcomeCode("AAME", "Acceptable absence: medical", false, Credit.NONE, false, false);

    private Candidate session = new Candidate(
            MONDAY,
            NINE,
            FOUR,
            MONDAY.minusYears(1),
            MONDAY.plusYears(1),
            EnumSet.of(DayOfWeek.MONDAY),
            COMPLIED,
            0,
            null,
            false,
            false);

    @Test
    void aSessionThatHoldsEveryRuleBreaksNone() {
        assertThat(SessionRules.brokenBy(session, AFTER)).isEmpty();
    }

    @Test
    void aPastSessionNeedsAnOutcome() {
        given(null);
        assertBreaks(AFTER, "outcomeCode");
        assertBreaks(MONDAY.atTime(16, 1), "outcomeCode");
        assertBreaks(MONDAY.atTime(16, 0));
        assertBreaks(DURING);
        assertBreaks(BEFORE);
    }

    @Test
    void aFutureSessionTakesOnlyAnOutcomeThatIsNotAttendedAndNoFailure() {
        assertBreaks(BEFORE, "outcomeCode");
        assertBreaks(MONDAY.atTime(8, 59, 59), "outcomeCode");
        assertBreaks(MONDAY.atTime(9, 0));
        given(UNACCEPTABLE);
        assertBreaks(BEFORE, "outcomeCode");
        assertBreaks(DURING);
        given(MEDICAL);
        assertBreaks(BEFORE);
    }

    @Test
    void theDateIsNotBeforeTheSentence() {
        sentenced(MONDAY);
        assertBreaks(AFTER);
        sentenced(MONDAY.plusDays(1));
        assertBreaks(AFTER, "date");
    }

    @Test
    void theDateIsNotAfterTheProjectsEnd() {
        projectEnds(MONDAY);
        assertBreaks(AFTER);
        projectEnds(MONDAY.minusDays(1));
        assertBreaks(AFTER, "date");
        projectEnds(null);
        assertBreaks(AFTER);
    }

    @Test
    void theDateIsAProjectDay() {
        projectRunsOn(EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY)));
        assertBreaks(AFTER, "date");
        projectRunsOn(ProjectDays.of("MON"));
        assertBreaks(AFTER);
        projectRunsOn(ProjectDays.of(""));
        assertBreaks(AFTER, "date");
    }

    @ParameterizedTest
    @CsvSource({"09:01, true", "09:00, false", "08:59, false"})
    void theEndIsAfterTheStart(LocalTime end, boolean holds) {
        times(NINE, end);
        assertBreaks(AFTER, holds ? new String[0] : new String[] {"endTime"});
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "420, true", "421, false", "-1, false"})
    void thePenaltyIsAtMostTheDuration(int penalty, boolean holds) {
        penalty(penalty);
        assertBreaks(AFTER, holds ? new String[0] : new String[] {"penaltyMinutes"});
    }

    @Test
    void thePenaltyIsAtMostTheMinutesThatPassWhenTheClocksChange() {
        LocalDate forward = LocalDate.of(2027, 3, 28);
        session = new Candidate(
                forward,
                LocalTime.of(0, 30),
                LocalTime.of(3, 30),
                MONDAY,
                null,
                EnumSet.allOf(DayOfWeek.class),
                COMPLIED,
                120,
                null,
                false,
                false);
        assertThat(SessionRules.brokenBy(session, forward.atTime(12, 0))).isEmpty();
        penalty(121);
        assertThat(SessionRules.brokenBy(session, forward.atTime(12, 0)))
                .extracting(BrokenRule::field)
                .containsExactly("penaltyMinutes");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "3999, true", "4000, false", "4001, false"})
    void notesStayUnderFourThousandCharacters(int length, boolean holds) {
        notes("n".repeat(length), false, false);
        assertBreaks(AFTER, holds ? new String[0] : new String[] {"notes"});
    }

    @Test
    void aNoteOnceMarkedSensitiveStaysSo() {
        notes("Note", false, true);
        assertBreaks(AFTER, "sensitive");
        notes("Note", true, true);
        assertBreaks(AFTER);
        notes("Note", true, false);
        assertBreaks(AFTER);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        session = new Candidate(
                MONDAY,
                FOUR,
                NINE,
                MONDAY.plusDays(1),
                MONDAY.minusDays(1),
                Set.of(),
                null,
                -1,
                "n".repeat(4000),
                false,
                true);
        assertThat(SessionRules.brokenBy(session, MONDAY.atTime(23, 0)))
                .extracting(BrokenRule::field)
                .containsExactly(
                        "date", "date", "date", "endTime", "penaltyMinutes", "notes", "sensitive", "outcomeCode");
    }

    @Test
    void daysAreReadAsFilesWriteThem() {
        assertThat(ProjectDays.of("MON WED  sun MON"))
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY);
    }

    private void given(OutcomeCode outcome) {
        session = new Candidate(
                session.on(),
                NINE,
                FOUR,
                session.sentenced(),
                session.projectEnds(),
                session.projectDays(),
                outcome,
                0,
                null,
                false,
                false);
    }

    private void sentenced(LocalDate on) {
        session = new Candidate(
                MONDAY, NINE, FOUR, on, session.projectEnds(), session.projectDays(), COMPLIED, 0, null, false, false);
    }

    private void projectEnds(LocalDate on) {
        session = new Candidate(
                MONDAY, NINE, FOUR, session.sentenced(), on, session.projectDays(), COMPLIED, 0, null, false, false);
    }

    private void projectRunsOn(Set<DayOfWeek> days) {
        session = new Candidate(
                MONDAY, NINE, FOUR, session.sentenced(), session.projectEnds(), days, COMPLIED, 0, null, false, false);
    }

    private void times(LocalTime start, LocalTime end) {
        session = new Candidate(
                MONDAY,
                start,
                end,
                session.sentenced(),
                session.projectEnds(),
                session.projectDays(),
                COMPLIED,
                0,
                null,
                false,
                false);
    }

    private void penalty(int minutes) {
        session = new Candidate(
                session.on(),
                session.start(),
                session.end(),
                session.sentenced(),
                session.projectEnds(),
                session.projectDays(),
                COMPLIED,
                minutes,
                null,
                false,
                false);
    }

    private void notes(String notes, boolean sensitive, boolean sensitiveBefore) {
        session = new Candidate(
                MONDAY,
                NINE,
                FOUR,
                session.sentenced(),
                session.projectEnds(),
                session.projectDays(),
                COMPLIED,
                0,
                notes,
                sensitive,
                sensitiveBefore);
    }

    private void assertBreaks(LocalDateTime now, String... fields) {
        assertThat(SessionRules.brokenBy(session, now))
                .extracting(BrokenRule::field)
                .containsExactly(fields);
    }
}
