package uk.gov.justice.probation.devolution.example;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contents of every table, summed up once nothing changes any more. */
public final class QuietDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final JdbcClient jdbc;

    public QuietDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The checksum of each table except these. */
    @SuppressWarnings("unchecked")
    public Map<String, String> quiet(Set<String> except) {
        Map<String, String>[] last = new Map[] {checksums(except)};
        await("the database is quiet")
                .atMost(PATIENCE)
                .pollDelay(LOOK_EVERY)
                .pollInterval(LOOK_EVERY)
                .until(() -> {
                    Map<String, String> now = checksums(except);
                    boolean same = now.equals(last[0]);
                    last[0] = now;
                    return same;
                });
        return last[0];
    }

    private Map<String, String> checksums(Set<String> except) {
        List<String> tables = jdbc
                .sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !except.contains(table.toLowerCase()))
                .toList();
        Map<String, String> sums = new TreeMap<>();
        jdbc.sql("CHECKSUM TABLE "
                        + tables.stream().map(table -> "`" + table + "`").collect(Collectors.joining(", ")))
                .query((row, n) -> sums.put(row.getString(1), row.getString(2)))
                .list();
        return sums;
    }
}
