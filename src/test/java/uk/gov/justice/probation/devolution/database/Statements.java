package uk.gov.justice.probation.devolution.database;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.util.CheckReturnValue;
import uk.gov.justice.probation.devolution.calendar.ReadLately;

/**
 * The statements sent to the database while something was done, whether by Hibernate, a {@code JdbcClient} or a
 * template. A batch sent in one piece counts as one statement; beginning, committing and setting up a transaction do
 * not count, nor does what {@link ReadLately} reads again at some time for everybody.
 *
 * <pre>{@code
 * Statements sent = Statements.during(() -> overview.rows("NW"));
 * assertThat(sent.all()).hasSizeLessThanOrEqualTo(3);
 * assertThat(sent.repeated()).isEmpty();
 * }</pre>
 */
@CheckReturnValue
public final class Statements {
    private static final Pattern COUNTS = Pattern.compile(
            "^[\\s(]*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CALL)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LISTED = Pattern.compile("\\((\\s*\\?\\s*,?)+\\)(\\s*,\\s*\\((\\s*\\?\\s*,?)+\\))*");
    private static final Pattern VALUE = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'|\\b\\d+(\\.\\d+)?\\b");
    private static final StackWalker CALLERS = StackWalker.getInstance(RETAIN_CLASS_REFERENCE);
    private static final Queue<Counting> COUNTING = new ConcurrentLinkedQueue<>();

    /** An action that may throw anything. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** @param thread whose statements count; null for those of all threads */
    private record Counting(Thread thread, Queue<String> sent) {}

    private final List<String> all;

    private Statements(List<String> all) {
        this.all = all;
    }

    /** The statements that this thread sends. */
    public static Statements during(Action action) throws Exception {
        return during(Thread.currentThread(), action);
    }

    /** The statements that the whole JVM sends, for work done by a job worker. Includes background work. */
    public static Statements onAllThreadsDuring(Action action) throws Exception {
        return during(null, action);
    }

    private static Statements during(Thread thread, Action action) throws Exception {
        Counting counting = new Counting(thread, new ConcurrentLinkedQueue<>());
        COUNTING.add(counting);
        try {
            action.run();
        } finally {
            COUNTING.removeIf(one -> one == counting);
        }
        return new Statements(List.copyOf(counting.sent));
    }

    static void sent(Supplier<String> statement) {
        if (COUNTING.isEmpty()) return;
        String sql = statement.get();
        if (sql == null || !COUNTS.matcher(sql).matches() || isReadForEverybody()) return;
        for (Counting counting : COUNTING) {
            if (counting.thread == null || counting.thread == Thread.currentThread()) counting.sent.add(sql);
        }
    }

    private static boolean isReadForEverybody() {
        return CALLERS.walk(callers -> callers.anyMatch(caller -> caller.getDeclaringClass() == ReadLately.class));
    }

    /** Each statement with its values, in the order in which they were sent. */
    public List<String> all() {
        return all;
    }

    public int count() {
        return all.size();
    }

    /** The statements that name this table. */
    public List<String> of(String table) {
        Pattern name = Pattern.compile("\\b" + table + "\\b", Pattern.CASE_INSENSITIVE);
        return all.stream().filter(sql -> name.matcher(sql).find()).toList();
    }

    /**
     * Statements that differ only in their values, with how often each was sent. A statement sent once for each row of
     * a list shows up here.
     */
    public Map<String, Long> repeated() {
        Map<String, Long> shapes = all.stream()
                .map(Statements::shape)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        shapes.values().removeIf(times -> times == 1);
        return shapes;
    }

    private static String shape(String sql) {
        return LISTED.matcher(VALUE.matcher(sql).replaceAll("?"))
                .replaceAll("(?)")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return "%d statements:\n%s".formatted(all.size(), String.join("\n", all));
    }
}
