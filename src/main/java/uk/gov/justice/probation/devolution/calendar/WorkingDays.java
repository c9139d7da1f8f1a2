package uk.gov.justice.probation.devolution.calendar;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The working calendar of England and Wales. Bank holidays that a file brings are known within a minute. */
@Service
public class WorkingDays {
    private final ReadLately<WorkingCalendar> calendar;

    WorkingDays(BankHolidayQuery bankHolidays, Clock clock) {
        calendar = new ReadLately<>(() -> new WorkingCalendar(bankHolidays.all()), clock);
    }

    public WorkingCalendar calendar() {
        return calendar.get();
    }

    @EventListener
    void readAgain(BankHolidaysChanged changed) {
        calendar.forget();
    }
}
