package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class DecidingTest {

    /** @param refused why the decision is refused; null if it is accepted */
    private record Decided(String refused) {}

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deciding deciding;

    @Autowired
    HandoverRepository handovers;

    @Autowired
    WorkingDays workingDays;

    private long handover;
    private long task;

    @BeforeEach
    void aHandoverThatIsDueInAMonth() {
        handover = new SomeCases(jdbc)
                .handover(
                        "H-NW-1",
                        "HANDOVER",
                        "NW",
                        "ALLOCATION",
                        "",
                        "PSC_LIVERPOOL",
                        "REGION_NW",
                        TODAY.plusDays(30),
                        "BRIEFING");
    }

    @Test
    void goIsRefusedOnADayThatIsPast() {
        assertThat(decide("GO", TODAY.minusDays(1)).refused()).contains("it is in the past", "today or a later day");
        assertThat(decide("GO", LocalDate.of(2021, 11, 2)).refused()).contains("Tuesday 2 November 2021");
        assertThat(state()).isEqualTo("PLANNED");
        assertThat(planned()).isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void goIsRefusedAtAWeekendAndOnABankHoliday() {
        assertThat(decide("GO", TODAY.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)))
                        .refused())
                .contains("at a weekend");
        assertThat(decide("GO", TODAY.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)))
                        .refused())
                .contains("at a weekend");
        LocalDate holiday = jdbc.sql("SELECT MIN(day) FROM bank_holiday WHERE day > ?")
                .param(TODAY)
                .query(LocalDate.class)
                .single();
        assertThat(decide("GO", holiday).refused()).contains("bank holiday");
    }

    @Test
    void goIsRefusedBeforeTheWindowAndBeyondTheCalendar() {
        LocalDate opens = calendar().plus(TODAY, 20);
        given.theHandover(handover).windowFrom(opens).save();
        assertThat(decide("GO", calendar().plus(TODAY, 19)).refused()).contains("before its window starts");
        assertThat(decide("HOLD", calendar().plus(TODAY, 19)).refused()).contains("before its window starts");
        assertThat(decide("GO", LocalDate.of(9999, 12, 31)).refused()).contains("Check the year");
        assertThat(decide("GO", opens).refused()).isNull();
        assertThat(planned()).isEqualTo(opens);
    }

    @Test
    void aPlannedDateThatHasPassedIsNoDayToMoveOnEither() {
        given.theHandover(handover).planned(TODAY.minusDays(3)).save();
        assertThat(decide("GO", null).refused()).contains("it is in the past");
    }

    @Test
    void aDayOnWhichNothingCanMoveIsNotProposed() {
        assertThat(proposed(calendar().plus(TODAY, 3))).contains(calendar().plus(TODAY, 3));
        assertThat(proposed(TODAY.minusDays(3))).isEmpty();
        assertThat(proposed(TODAY.with(TemporalAdjusters.next(DayOfWeek.SUNDAY))))
                .isEmpty();
        given.theHandover(handover).replay().save();
        assertThat(proposed(LocalDate.of(2021, 10, 31)))
                .as("the plan's own day of a replay")
                .isPresent();
    }

    private Optional<LocalDate> proposed(LocalDate planned) {
        given.theHandover(handover).planned(planned).save();
        return deciding.proposedDate(handover);
    }

    @Test
    void aHoldNeedsAWorkingDayThatIsStillToCome() {
        assertThat(decide("HOLD", TODAY).refused()).contains("a day after today");
        assertThat(decide("HOLD", null).refused()).isEqualTo("Enter the new date of a hold.");
        assertThat(decide("HOLD", TODAY.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)))
                        .refused())
                .contains("at a weekend");
        assertThat(decide("HOLD", calendar().plus(TODAY, 5)).refused()).isNull();
    }

    @Test
    void aReplayMovesOnTheDaysOfItsPlan() {
        given.theHandover(handover)
                .replay()
                .due(LocalDate.of(2021, 10, 31))
                .planned(LocalDate.of(2021, 10, 31))
                .save();
        assertThat(decide("GO", LocalDate.of(2021, 10, 30)).refused())
                .as("a Saturday somebody entered")
                .contains("at a weekend");
        assertThat(decide("GO", LocalDate.of(2021, 9, 30)).refused()).contains("before its window starts");
        assertThat(decide("GO", LocalDate.of(2021, 10, 31)).refused())
                .as("the plan's own Sunday")
                .isNull();
    }

    @Test
    void whoDecidesAndWhatCanBeDecidedIsAsReadinessIsNow() {
        Proposal go = new Proposal("GO", calendar().plus(TODAY, 5), null, true);
        assertThatThrownBy(() -> deciding.decide(handover, go, SomeAnswers.of(1, "head-of-operations-gm")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> deciding.decide(handover, go, SomeAnswers.of(1, "rpd-nw")))
                .isInstanceOf(NotAllowedException.class);
        given.theHandover(handover).gates("BRIEFING|EQIP").save();
        assertThat(decide("GO", calendar().plus(TODAY, 5)).refused())
                .startsWith("Go is not possible while readiness is HOLD: ")
                .contains("EQIP");
        assertThat(state()).isEqualTo("PLANNED");

        given.theHandover(handover).gates("BRIEFING").save();
        assertThat(decide("GO", calendar().plus(TODAY, 5)).refused()).isNull();
        assertThat(jdbc.sql("SELECT CONCAT(readiness, ' ', made_by) FROM handover_decision WHERE handover_id = ?")
                        .param(handover)
                        .query(String.class)
                        .single())
                .isEqualTo("GO head-of-operations-nw");
    }

    @Test
    void aNoteThatCannotBeKeptAndADecisionThatIsNoneAreRefusedInASentence() {
        assertThatThrownBy(() -> deciding.decide(
                        handover,
                        new Proposal("CANCEL", null, "x".repeat(2001), true),
                        SomeAnswers.of(1, "head-of-operations-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("at most 2000");
        assertThat(decide(null, null).refused()).isEqualTo("Choose go, hold or cancel.");
        assertThat(decide("WHATEVER", null).refused()).isEqualTo("Choose go, hold or cancel.");
    }

    private Decided decide(String decision, LocalDate date) {
        try {
            deciding.decide(
                    handover,
                    new Proposal(decision, date, null, true),
                    SomeAnswers.of(++task, "head-of-operations-nw"));
            return new Decided(null);
        } catch (BreaksRules refused) {
            return new Decided(refused.getMessage());
        }
    }

    private WorkingCalendar calendar() {
        return workingDays.calendar();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM handover WHERE id = ?")
                .param(handover)
                .query(String.class)
                .single();
    }

    private LocalDate planned() {
        return jdbc.sql("SELECT planned_date FROM handover WHERE id = ?")
                .param(handover)
                .query(LocalDate.class)
                .single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class DecidingOnMariaDbTest extends DecidingTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class DecidingOnMySqlTest extends DecidingTest {}
