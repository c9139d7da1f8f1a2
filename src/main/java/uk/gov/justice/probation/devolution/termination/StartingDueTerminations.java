package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.letters.OneAtATime;
import uk.gov.justice.probation.devolution.termination.DueListQuery.Due;

/**
 * Starts the termination of every case on the due list: its expected end date has come or its hours are complete, and a
 * region is responsible for its terminations. It runs daily at {@code devolution.termination.due-list-at} (a cron
 * expression in UK time, or {@code -} for never) and once after each start, on one replica at a time. Running it again
 * starts no case twice.
 */
@Component
public class StartingDueTerminations {
    private static final Logger log = LoggerFactory.getLogger(StartingDueTerminations.class);

    private final DueListQuery due;
    private final StartingTerminations starting;
    private final OneAtATime oneAtATime;
    private final TerminationDates dates;

    StartingDueTerminations(
            DueListQuery due, StartingTerminations starting, OneAtATime oneAtATime, TerminationDates dates) {
        this.due = due;
        this.starting = starting;
        this.oneAtATime = oneAtATime;
        this.dates = dates;
    }

    @Scheduled(cron = "${devolution.termination.due-list-at:0 0 5 * * *}", zone = "Europe/London")
    @Scheduled(initialDelayString = "${devolution.termination.due-list-after-start:PT2M}")
    void scheduled() {
        startAll();
    }

    /** @return how many terminations were started; 0 if another replica is starting them */
    public int startAll() {
        return oneAtATime.tryAlone("termination due list", this::startEach).orElse(0);
    }

    private int startEach() {
        LocalDate today = dates.today();
        int started = 0;
        for (Due one : due.list(dates.horizon(), today)) {
            boolean ends = dates.isDue(one.expectedEnd());
            try {
                if (starting.startIfDue(
                        one.caseId(),
                        ends ? Cause.EXPECTED_END : Cause.HOURS_COMPLETE,
                        ends ? one.expectedEnd() : today)) started++;
            } catch (RuntimeException failed) {
                log.warn(
                        "The termination of case {} could not be started and will be tried again with the next due list",
                        one.caseId(),
                        failed);
            }
        }
        if (started > 0) log.info("The due list of {} started {} terminations", today, started);
        return started;
    }
}
