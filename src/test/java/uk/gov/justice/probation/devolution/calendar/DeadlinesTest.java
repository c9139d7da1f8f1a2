package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.SettableClock;

@JdbcTest
@WithDatabase(WithDatabase.Engine.MARIADB)
@Import({WorkingDays.class, BankHolidayQuery.class, SettableClock.class})
class DeadlinesTest {
    private static final String WEDNESDAY = "2026-04-08T17:00:00+01:00";

    @Autowired
    WorkingDays workingDays;

    @Test
    void noticeComesInTheMorningSoManyWorkingDaysBeforeAndAtTheDeadline() {
        assertThat(at("2026-03-30T10:00:00Z").noticeCycle("2026-04-01T17:00:00+01:00", 1))
                .isEqualTo("R2/2026-03-31T07:00:00+01:00/PT34H");
        assertThat(at("2026-03-30T10:00:00Z").noticeCycle(WEDNESDAY, 2))
                .as("Easter Monday lies between")
                .isEqualTo("R2/2026-04-02T07:00:00+01:00/PT154H");
    }

    @Test
    void overTheChangeOfClocksItIsStillAtTheDeadline() {
        assertThat(at("2026-03-25T10:00:00Z").noticeCycle("2026-03-30T17:00:00+01:00", 1))
                .as("an hour less")
                .isEqualTo("R2/2026-03-27T07:00:00Z/PT81H");
    }

    @Test
    void noticeComesOnceWhereTheMorningIsPast() {
        assertThat(at("2026-04-02T06:00:00Z").noticeCycle(WEDNESDAY, 2)).isEqualTo("R1/" + WEDNESDAY + "/PT1S");
        assertThat(at("2026-04-02T05:59:59Z").noticeCycle(WEDNESDAY, 2)).startsWith("R2/");
        assertThat(at("2026-03-30T10:00:00Z").noticeCycle(WEDNESDAY, 0))
                .as("nobody wants a reminder")
                .startsWith("R1/");
        assertThat(at("2026-03-30T10:00:00Z").noticeCycle("1999-05-01T17:00:00+01:00", 2))
                .as("older than the calendar")
                .startsWith("R1/");
    }

    @Test
    void aDeadlineIsNoLongerToComeWhereTheEngineIsSomeMinutesAhead() {
        Instant deadline = Instant.parse("2026-04-08T16:00:00Z");
        assertThat(at("2026-04-07T06:00:00Z").isToCome(deadline)).isTrue();
        assertThat(at("2026-04-08T15:55:00Z").isToCome(deadline)).isFalse();
        assertThat(at("2026-04-08T16:00:01Z").isToCome(deadline)).isFalse();
    }

    private Deadlines at(String now) {
        return new Deadlines(workingDays, Clock.fixed(Instant.parse(now), ZoneId.of("Europe/London")));
    }
}
