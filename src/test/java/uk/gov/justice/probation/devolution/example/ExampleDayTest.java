package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;

/** The day of the example is the application's and the database's. */
abstract class ExampleDayTest {

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theApplicationsClockBeginsInItsMorningAndGoesOn() {
        assertThat(LocalDate.now(clock)).isEqualTo(TODAY);
        assertThat(clock.instant()).isBetween(MORNING, MORNING.plus(Duration.ofHours(12)));
    }

    @Test
    void theDatabaseTakesItsMorningForNow() {
        assertThat(jdbc.sql("SELECT UTC_TIMESTAMP(3)")
                        .query(LocalDateTime.class)
                        .single())
                .isEqualTo(Utc.of(MORNING));
    }
}

@DomainTest
@WithDatabase
class ExampleDayOnMariaDbTest extends ExampleDayTest {}

@DomainTest
@WithDatabase(WithDatabase.Engine.MYSQL)
class ExampleDayOnMySqlTest extends ExampleDayTest {}
