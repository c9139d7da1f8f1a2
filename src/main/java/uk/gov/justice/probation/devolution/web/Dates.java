package uk.gov.justice.probation.devolution.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Formats dates and times for pages, in UK time: "30 November 2021", "30 November 2021 at 2:05pm". */
@Component("dates")
public class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' h:mma", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE ", Locale.UK);

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    public String day(LocalDate date) {
        return date == null ? "" : date.format(DAY);
    }

    public String moment(Instant at) {
        if (at == null) return "";
        ZonedDateTime local = at.atZone(clock.getZone());
        String written = local.format(MOMENT);
        return written.substring(0, written.length() - 2) + (local.getHour() < 12 ? "am" : "pm");
    }

    /** With the day of the week: "Tuesday 30 November 2021 at 2:05pm". */
    public String weekday(Instant at) {
        return at == null ? "" : WEEKDAY.format(at.atZone(clock.getZone())) + moment(at);
    }

    /** For times from the database, which are in UTC. */
    public String moment(LocalDateTime utc) {
        return utc == null ? "" : moment(utc.toInstant(ZoneOffset.UTC));
    }
}
