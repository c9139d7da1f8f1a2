package uk.gov.justice.probation.devolution.example;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** The contents of every table, summed up once nothing changes any more. */
public final class QuietDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final JdbcOperations jdbc;

    public QuietDatabase(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The sum of each table except these. */
    @SuppressWarnings("unchecked")
    public Map<String, String> quiet(Set<String> except) {
        TableSums sums = new TableSums(jdbc, except);
        Map<String, String>[] last = new Map[] {sums.now()};
        await("the database is quiet")
                .atMost(PATIENCE)
                .pollDelay(LOOK_EVERY)
                .pollInterval(LOOK_EVERY)
                .until(() -> {
                    Map<String, String> now = sums.now();
                    boolean same = now.equals(last[0]);
                    last[0] = now;
                    return same;
                });
        return last[0];
    }
}
