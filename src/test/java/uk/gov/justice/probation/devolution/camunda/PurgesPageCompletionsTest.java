package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

abstract class PurgesPageCompletionsTest {
    @Autowired
    PurgesPageCompletions purges;

    @Autowired
    PageCompletionRepository completions;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoDidATaskIsForgottenThreeMonthsAfterTheEngineHeardOfItOrWasToBeTold() {
        asked(1, daysAgo(91));
        accepted(1, daysAgo(90).minusMinutes(1));
        asked(2, daysAgo(200));
        accepted(2, daysAgo(89));
        asked(3, daysAgo(91));
        asked(4, daysAgo(89));

        purges.purge();

        assertThat(LongStream.rangeClosed(1, 4)
                        .filter(task -> completions.findById(task).isPresent()))
                .containsExactly(2L, 4L);
    }

    private void asked(long task, LocalDateTime at) {
        transaction.executeWithoutResult(status -> completions.askOnce(task, task, "ann", at));
    }

    private void accepted(long task, LocalDateTime at) {
        transaction.executeWithoutResult(status -> completions.accept(task, "ann", at));
    }

    private static LocalDateTime daysAgo(int days) {
        return Utc.of(CLOCK.instant().minus(Duration.ofDays(days)));
    }
}

@ConsoleTest
class PurgesPageCompletionsOnMariaDbTest extends PurgesPageCompletionsTest {}

@ConsoleTest
@WithDatabase(WithDatabase.Engine.MYSQL)
class PurgesPageCompletionsOnMySqlTest extends PurgesPageCompletionsTest {}
