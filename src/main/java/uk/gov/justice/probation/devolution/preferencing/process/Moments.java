package uk.gov.justice.probation.devolution.preferencing.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/** Formats times for the engine's timers and forms, in UK time. */
@Component("preferencingMoments") // Spring Modulith has moments of its own
class Moments {
    private final Deadlines deadlines;
    private final Clock clock;

    Moments(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** With offset, to the millisecond at most. */
    String at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** For example "30 November 2021". */
    String dayOf(Instant moment) {
        return Deadlines.inWords(LocalDate.ofInstant(moment, clock.getZone()));
    }

    /** When work begins on that day; null if there is no day. */
    String startOf(LocalDate day) {
        return day == null ? null : deadlines.startOf(day);
    }
}
