package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.SettableClock;

@JdbcTest
@Import({WorkingDays.class, BankHolidayQuery.class, SettableClock.class})
abstract class WorkingDaysTest {
    @Autowired
    WorkingDays workingDays;

    @Test
    void knowsTheBankHolidaysOfEnglandAndWalesTo2035() {
        WorkingCalendar calendar = workingDays.calendar();
        assertThat(calendar.plus(LocalDate.of(2021, 12, 24), 1)).isEqualTo("2021-12-29");
        assertThat(calendar.onOrAfter(LocalDate.of(2022, 6, 2))).isEqualTo("2022-06-06");
        assertThat(calendar.plus(LocalDate.of(2027, 12, 31), 1)).isEqualTo("2028-01-04");
        assertThat(calendar.isWorkingDay(LocalDate.of(2035, 12, 31))).isTrue();
        assertThatThrownBy(() -> calendar.onOrAfter(LocalDate.of(2036, 1, 1)))
                .isInstanceOf(BeyondCalendarException.class);
        assertThat(workingDays.calendar()).isSameAs(calendar);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class WorkingDaysOnMariaDbTest extends WorkingDaysTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class WorkingDaysOnMySqlTest extends WorkingDaysTest {}
