package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** Counts what operators watch in the database of the whole application. */
@ConsoleTest
class WatchedTasksTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    List<CountsForOperators> counters;

    @Test
    void openOverdueAndOldestTasksAreCounted() {
        SomeTasks tasks = new SomeTasks(jdbc);
        tasks.task("hr-nw", "One-to-one", "in time", clock.instant().plus(Duration.ofDays(1)));
        tasks.task("hr-nw", "One-to-one", "late", clock.instant().minus(Duration.ofDays(1)));
        tasks.knownUntil(clock.instant().minusSeconds(90));

        Tally tally = new Tally();
        counters.forEach(counter -> counter.count(tally));

        assertThat(tally.of(WatchedNumber.OPEN_TASKS, "handover")).isEqualTo(2);
        assertThat(tally.of(WatchedNumber.OVERDUE_TASKS, "handover")).isEqualTo(1);
        assertThat(tally.of(WatchedNumber.OLDEST_TASK, "hr-nw")).isNotNegative();
        assertThat(tally.of(WatchedNumber.TASKS_BEHIND, "tasks")).isBetween(90.0, 150.0);
        assertThat(tally.of(WatchedNumber.LETTERS, "WRITTEN")).isZero();
        assertThat(tally.of(WatchedNumber.EMAILS, "WAITING")).isZero();
        assertThat(tally.of(WatchedNumber.CASE_EVENTS_WAITING, "")).isZero();
    }
}
