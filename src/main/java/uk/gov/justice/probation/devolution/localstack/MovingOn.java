package uk.gov.justice.probation.devolution.localstack;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.localstack.TrialEngine.Timer;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * Trying the product out: moves on to the next date for which something waits, of everything or of one programme,
 * handover or consultation, a day at a time, and finishes at each what is to be done there before it goes on (ADR 100).
 * One move at a time; asking for the date that it goes to anyway changes nothing.
 */
@Service
@Profile("local")
public class MovingOn {
    private static final Logger log = LoggerFactory.getLogger(MovingOn.class);
    /** Timers fire a moment after they are due, and the engine's clock may be a little behind. */
    private static final Duration PAST_IT = Duration.ofSeconds(2);

    /** How long it is waited for what is not done: while whoever asked looks on, and later. */
    record Patience(Duration atFirst, Duration onTheWay, Duration betweenLooks) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMillis(500));
    }

    private final TrialClock clock;
    private final TrialEngine engine;
    private final Quiet quiet;
    private final TimersInWords words;
    private final DailyJobs daily;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Patience patience;
    private volatile Move latest;

    @Autowired
    MovingOn(
            TrialClock clock,
            TrialEngine engine,
            Quiet quiet,
            TimersInWords words,
            DailyJobs daily,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this(clock, engine, quiet, words, daily, audit, transactions, Patience.USUAL);
    }

    MovingOn(
            TrialClock clock,
            TrialEngine engine,
            Quiet quiet,
            TimersInWords words,
            DailyJobs daily,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Patience patience) {
        this.clock = clock;
        this.engine = engine;
        this.quiet = quiet;
        this.words = words;
        this.daily = daily;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.patience = patience;
    }

    /** The move that goes on, or the last one; empty if there was none since the application started. */
    public Optional<Move> latest() {
        return Optional.ofNullable(latest);
    }

    /** As {@link #latest}, once it has ended or this time is over. */
    public Optional<Move> awaitEnd(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (latest().filter(move -> !move.ended()).isPresent() && System.nanoTime() < end) pause();
        return latest();
    }

    /** What waits for a date, by its subject, e.g. {@code handover/12}. */
    public Map<String, String> waiting() {
        return words.waiting(timers());
    }

    /** @param of the subject whose next date it is; empty for the next date of anything */
    public Optional<NextDate> next(String of) {
        Instant now = clock.instant();
        List<Timer> ahead =
                timers().stream().filter(timer -> timer.due().isAfter(now)).toList();
        return ahead.stream()
                .filter(timer -> of.isEmpty() || words.isAbout(timer, of))
                .map(Timer::due)
                .min(Comparator.naturalOrder())
                .map(due -> due.truncatedTo(ChronoUnit.MINUTES))
                .map(minute -> date(minute, of, ahead));
    }

    private NextDate date(Instant minute, String of, Collection<Timer> ahead) {
        List<Timer> then = ahead.stream()
                .filter(timer -> timer.due().truncatedTo(ChronoUnit.MINUTES).equals(minute))
                .toList();
        List<Timer> wanted = then.stream()
                .filter(timer -> of.isEmpty() || words.isAbout(timer, of))
                .toList();
        long before =
                ahead.stream().filter(timer -> timer.due().isBefore(minute)).count();
        return new NextDate(minute, words.inWords(wanted), (int) before + then.size() - wanted.size());
    }

    /**
     * Begins to move on, once everything is done that can be done at the present date, and returns while it goes on.
     *
     * @param seen the date that was shown to whoever asks for it
     * @return whether this call began it; otherwise somebody already has
     * @throws NotPossibleNow if something is not done yet, or another date comes next by now
     */
    public synchronized boolean begin(String by, String of, Instant seen) {
        if (latest != null && !latest.ended()) {
            if (latest.to().equals(seen)) return false;
            throw new NotPossibleNow("Somebody is moving on to another date already. Wait until it is reached.");
        }
        Optional<Instant> next = next(of).map(NextDate::at);
        if (next.filter(seen::equals).isEmpty()) {
            if (!seen.isAfter(clock.instant())) return false;
            throw new NotPossibleNow(
                    next.isEmpty()
                            ? "Nothing waits for a date any more."
                            : "Another date comes next by now. Look at what happens then before you move on.");
        }
        List<String> undone = finish(patience.atFirst(), reasons -> {});
        if (!undone.isEmpty()) throw new NotPossibleNow(undone);
        latest = Move.begun(seen);
        Thread.ofVirtual().name("moves-on").start(() -> move(by, of, seen));
        return true;
    }

    private void move(String by, String of, Instant date) {
        Instant from = clock.instant();
        List<String> undone = List.of();
        try {
            Instant target = last(date);
            while (undone.isEmpty() && clock.instant().isBefore(target)) {
                passUntil(nextStep(target));
                undone = finish(patience.onTheWay(), reasons -> latest = latest.waiting(reasons));
            }
        } catch (RuntimeException failed) {
            log.warn("The trial's date was not moved on to {}", date, failed);
            undone = List.of("Camunda does not answer: %s.".formatted(failed.getMessage()));
        }
        try {
            record(by, of, from);
        } finally {
            latest = undone.isEmpty() ? latest.done() : latest.stopped(undone);
        }
    }

    /** The end of the minute's last timer, so that everything happens that was said. */
    private Instant last(Instant minute) {
        return timers().stream()
                .map(Timer::due)
                .filter(due -> due.truncatedTo(ChronoUnit.MINUTES).equals(minute))
                .max(Comparator.naturalOrder())
                .orElse(minute)
                .plus(PAST_IT);
    }

    /** The last thing of the next day on which something is due; on the day of the target itself, the target. */
    private Instant nextStep(Instant target) {
        Instant now = clock.instant();
        List<Instant> ahead = Stream.concat(timers().stream().map(Timer::due), daily.between(now, target).stream())
                .filter(due -> due.isAfter(now) && due.isBefore(target))
                .sorted()
                .toList();
        if (ahead.isEmpty()) return target;
        Instant tomorrow = LocalDate.ofInstant(ahead.getFirst(), clock.getZone())
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
        if (!target.isAfter(tomorrow)) return target;
        return ahead.stream()
                .filter(due -> due.isBefore(tomorrow))
                .reduce(ahead.getFirst(), (first, last) -> last)
                .plus(PAST_IT);
    }

    private void passUntil(Instant step) {
        Instant from = clock.instant();
        clock.moveTo(step);
        engine.followClock();
        daily.run(from, step);
    }

    /** @return what is not done within this time; empty if all is */
    private List<String> finish(Duration within, Consumer<List<String>> waiting) {
        long end = System.nanoTime() + within.toNanos();
        List<String> reasons;
        do {
            pause();
            reasons = quiet.waitsFor();
            waiting.accept(reasons);
        } while (!reasons.isEmpty() && System.nanoTime() < end);
        return reasons;
    }

    private void record(String by, String of, Instant from) {
        transactions.executeWithoutResult(transaction -> audit.record(
                by,
                "TRIAL_DATE_MOVED",
                AuditOfTheTrial.SUBJECT,
                null,
                Map.of("from", from.toString(), "to", clock.instant().toString(), "of", of)));
    }

    private List<Timer> timers() {
        return List.copyOf(engine.look().timers());
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(patience.betweenLooks().toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application stops", stop);
        }
    }
}
