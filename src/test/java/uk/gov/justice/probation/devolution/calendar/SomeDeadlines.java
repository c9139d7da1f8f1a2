package uk.gov.justice.probation.devolution.calendar;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** Deadlines without a database, at one moment. */
public final class SomeDeadlines {
    public static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    public static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Set.of(LocalDate.of(2021, 1, 1), CHRISTMAS, LocalDate.of(2035, 12, 26)));

    private SomeDeadlines() {}

    /** In the morning of the day. */
    public static Deadlines on(LocalDate day) {
        return at(day + "T10:00:00Z");
    }

    static Deadlines at(String instant) {
        WorkingDays workingDays = mock(WorkingDays.class);
        when(workingDays.calendar()).thenReturn(CALENDAR);
        return new Deadlines(workingDays, Clock.fixed(Instant.parse(instant), ZoneId.of("Europe/London")));
    }
}
