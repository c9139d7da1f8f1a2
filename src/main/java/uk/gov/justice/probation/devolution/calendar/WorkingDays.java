package uk.gov.justice.probation.devolution.calendar;

import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * The working calendar of England and Wales. It is read once, because its bank holidays change only through a
 * migration.
 */
@Service
public class WorkingDays {
    private final Supplier<WorkingCalendar> calendar;

    WorkingDays(BankHolidayQuery bankHolidays) {
        calendar = SingletonSupplier.of(() -> new WorkingCalendar(bankHolidays.all()));
    }

    public WorkingCalendar calendar() {
        return calendar.get();
    }
}
