package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.calendar.DayRule.after;
import static uk.gov.justice.probation.devolution.calendar.DayRule.happened;
import static uk.gov.justice.probation.devolution.calendar.DayRule.notBefore;
import static uk.gov.justice.probation.devolution.calendar.DayRule.notPast;
import static uk.gov.justice.probation.devolution.calendar.DayRule.since;
import static uk.gov.justice.probation.devolution.calendar.DayRule.toCome;
import static uk.gov.justice.probation.devolution.calendar.DayRule.workingDay;
import static uk.gov.justice.probation.devolution.calendar.SomeDeadlines.CALENDAR;
import static uk.gov.justice.probation.devolution.calendar.SomeDeadlines.CHRISTMAS;

import java.time.LocalDate;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

class EnteredDayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Deadlines NOW = SomeDeadlines.on(TODAY);

    @Test
    void whatHappenedIsNotStillToCome() {
        EnteredDay day = EnteredDay.required("the day of the briefing", happened());
        assertThat(day.problem(TODAY.minusDays(1), NOW)).isEmpty();
        assertThat(day.problem(TODAY, NOW)).isEmpty();
        assertThat(day.problem(TODAY.plusDays(1), NOW))
                .hasValue(
                        "The day of the briefing cannot be Saturday 28 November 2026: it is in the future. Enter today or an earlier day.");
        assertThat(day.problem(LocalDate.of(2028, 6, 12), NOW))
                .as("30/12/2026 in an American browser")
                .hasValueSatisfying(why -> assertThat(why).contains("Monday 12 June 2028"));
    }

    @Test
    void whatIsToBeginIsNotPast() {
        EnteredDay day = EnteredDay.required("the day of the event", notPast());
        assertThat(day.problem(TODAY, NOW)).isEmpty();
        assertThat(day.problem(TODAY.minusDays(1), NOW))
                .hasValue(
                        "The day of the event cannot be Thursday 26 November 2026: it is in the past. Enter today or a later day.");
    }

    @Test
    void moreTimeLiesAfterToday() {
        EnteredDay day = EnteredDay.required("the day", toCome());
        assertThat(day.problem(TODAY.plusDays(1), NOW)).isEmpty();
        assertThat(day.problem(TODAY, NOW))
                .hasValueSatisfying(
                        why -> assertThat(why).endsWith("it must be in the future. Enter a day after today."));
    }

    @Test
    void whatIsTooLongAgoIsNotTaken() {
        EnteredDay day = EnteredDay.required("the day", since(30));
        assertThat(day.problem(TODAY.minusDays(30), NOW)).isEmpty();
        assertThat(day.problem(TODAY.minusDays(31), NOW))
                .hasValueSatisfying(why -> assertThat(why).endsWith("it is more than 30 days ago. Enter a later day."));
    }

    @Test
    void workMovesOnAWorkingDay() {
        EnteredDay day = EnteredDay.required("the day on which it moves", workingDay());
        assertThat(day.problem(LocalDate.of(2026, 11, 30), NOW)).isEmpty();
        assertThat(day.problem(LocalDate.of(2026, 11, 29), NOW))
                .hasValue(
                        "The day on which it moves cannot be Sunday 29 November 2026: it is at a weekend. Enter a working day.");
        assertThat(day.problem(CHRISTMAS, NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("it is a bank holiday"));
        assertThat(day.problem(LocalDate.of(2999, 1, 1), NOW))
                .as("no exception beyond the calendar")
                .hasValueSatisfying(why -> assertThat(why).contains("bank holidays are known"));
    }

    @Test
    void whatFollowsSomethingIsNotBeforeIt() {
        EnteredDay day = EnteredDay.required("the day", happened());
        LocalDate sentence = TODAY.minusDays(10);
        assertThat(day.and(notBefore(sentence, "the day of the sentence")).problem(sentence, NOW))
                .isEmpty();
        assertThat(day.and(notBefore(sentence, "the day of the sentence")).problem(sentence.minusDays(1), NOW))
                .hasValueSatisfying(
                        why -> assertThat(why).endsWith("it is before the day of the sentence, 17 November 2026."));
        assertThat(day.and(after(sentence, "the first event")).problem(sentence, NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("must be after the first event"));
        assertThat(day.problem(sentence.minusDays(1), NOW))
                .as("the day itself is not changed")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01",
                "0000-12-31",
                "-0001-01-01",
                "2020-12-31",
                "2035-07-01",
                "2035-12-31",
                "2999-01-01",
                "9999-12-31",
                "+999999999-12-31"
            })
    void everyDayLiesWithinTheCalendar(String implausible) {
        assertThat(EnteredDay.optional("the day").problem(LocalDate.parse(implausible), NOW))
                .hasValueSatisfying(
                        why -> assertThat(why)
                                .endsWith(
                                        "bank holidays are known for days from 1 January 2021 to 30 June 2035 only. Check the year."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-01-01", "2024-02-29", "2028-02-29", "2035-06-30"})
    void theEdgesOfTheCalendarAndLeapDaysAreDays(String day) {
        assertThat(EnteredDay.optional("the day").problem(LocalDate.parse(day), NOW))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsAskedForOrLeftOut() {
        assertThat(EnteredDay.required("the day of the briefing", happened()).problem(null, NOW))
                .hasValue("Enter the day of the briefing.");
        assertThat(EnteredDay.optional("the day of the briefing", happened()).problem(null, NOW))
                .isEmpty();
        assertThatThrownBy(() -> EnteredDay.required("the day", happened()).mustHold(null, NOW))
                .isInstanceOf(BreaksRules.class)
                .hasMessage("Enter the day.");
    }

    @Test
    void todayIsTheDayInEnglandAndWales() {
        Deadlines lateInSummer = SomeDeadlines.at("2027-06-14T23:30:00Z");
        assertThat(EnteredDay.required("the day", happened()).problem(LocalDate.of(2027, 6, 15), lateInSummer))
                .as("half past midnight there")
                .isEmpty();
    }

    @Property
    void aRuleHoldsOfExactlyTheDaysItSpeaksOf(
            @ForAll @DateRange(min = "2021-01-01", max = "2035-06-30") LocalDate day) {
        assertHolds(day, happened(), one -> !one.isAfter(TODAY));
        assertHolds(day, notPast(), one -> !one.isBefore(TODAY));
        assertHolds(day, toCome(), one -> one.isAfter(TODAY));
        assertHolds(day, workingDay(), CALENDAR::isWorkingDay);
        assertHolds(day, notBefore(TODAY, "it"), one -> !one.isBefore(TODAY));
        assertHolds(day, after(TODAY, "it"), one -> one.isAfter(TODAY));
    }

    @Example
    void thePropertyKnowsItsToday() {
        assertThat(NOW.today()).isEqualTo(TODAY);
    }

    private static void assertHolds(LocalDate day, DayRule rule, Predicate<LocalDate> expected) {
        assertThat(EnteredDay.required("the day", rule).problem(day, NOW).isEmpty())
                .isEqualTo(expected.test(day));
    }
}
