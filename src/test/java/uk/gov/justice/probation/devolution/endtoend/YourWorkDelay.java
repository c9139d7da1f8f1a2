package uk.gov.justice.probation.devolution.endtoend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * How long after a task has opened Your work shows it, and Tasklist does. Looks at both, again and again, while a story
 * goes on; what Your work shows is what is kept of the task.
 */
final class YourWorkDelay implements AutoCloseable {
    private static final long EVERY_MILLIS = 50;

    private final Map<String, Instant> opened = new ConcurrentHashMap<>();
    private final Map<String, Instant> inTasklist = new ConcurrentHashMap<>();
    private final Map<String, Instant> inYourWork = new ConcurrentHashMap<>();
    private volatile boolean watching = true;

    private interface Look {
        void once() throws Exception;
    }

    private YourWorkDelay() {}

    /** From now on, which is to be before the first task opens. */
    static YourWorkDelay watch(RunningProduct product) {
        YourWorkDelay delay = new YourWorkDelay();
        TasklistApi tasklist = new TasklistApi(product, "demo");
        delay.again(() -> tasklist.open().forEach(key -> delay.inTasklist.putIfAbsent(key, Instant.now())));
        delay.again(() -> delay.lookAtYourWork(product));
        return delay;
    }

    private void lookAtYourWork(RunningProduct product) throws Exception {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            while (watching) {
                try (ResultSet row = statement.executeQuery("SELECT task_key, created_at FROM open_task")) {
                    Instant now = Instant.now();
                    while (row.next()) {
                        String key = row.getString(1);
                        opened.putIfAbsent(
                                key, row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                        inYourWork.putIfAbsent(key, now);
                    }
                }
                Thread.sleep(EVERY_MILLIS);
            }
        }
    }

    private void again(Look look) {
        Thread.ofVirtual().start(() -> {
            while (watching) {
                try {
                    look.once();
                    Thread.sleep(EVERY_MILLIS);
                } catch (Exception restarting) {
                    // looks again
                }
            }
        });
    }

    String inWords() {
        long[] ours = sorted(key -> since(opened, inYourWork, key));
        long[] theirs = sorted(key -> since(opened, inTasklist, key));
        long[] later = sorted(key -> since(inTasklist, inYourWork, key));
        return "%d tasks were shown, in ms after they had opened: by Your work p50 %d, p95 %d, at most %d; by Tasklist p50 %d, p95 %d, at most %d. Your work after Tasklist: p50 %d, p95 %d, at most %d."
                .formatted(
                        ours.length,
                        at(ours, 50),
                        at(ours, 95),
                        at(ours, 100),
                        at(theirs, 50),
                        at(theirs, 95),
                        at(theirs, 100),
                        at(later, 50),
                        at(later, 95),
                        at(later, 100));
    }

    /** Of tasks that both have shown: some end before the other has looked. */
    private long[] sorted(ToLongFunction<String> millis) {
        return inYourWork.keySet().stream()
                .filter(inTasklist::containsKey)
                .mapToLong(millis)
                .sorted()
                .toArray();
    }

    private static long since(Map<String, Instant> from, Map<String, Instant> until, String key) {
        return Duration.between(from.get(key), until.get(key)).toMillis();
    }

    private static long at(long[] sorted, int percentile) {
        return sorted.length == 0 ? 0 : sorted[Math.ceilDiv(sorted.length * percentile, 100) - 1];
    }

    @Override
    public void close() {
        watching = false;
    }
}
