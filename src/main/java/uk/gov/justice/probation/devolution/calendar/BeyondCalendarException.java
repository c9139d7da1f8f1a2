package uk.gov.justice.probation.devolution.calendar;

import java.time.LocalDate;

/** A working day was requested in a year whose bank holidays are not in the table. */
public class BeyondCalendarException extends RuntimeException {

    BeyondCalendarException(LocalDate date, LocalDate firstKnown, LocalDate lastKnown) {
        super(
                "No bank holidays are known for %s: the calendar runs from %s to %s. Import the file of bank holidays, which gov.uk publishes."
                        .formatted(date, firstKnown, lastKnown));
    }
}
