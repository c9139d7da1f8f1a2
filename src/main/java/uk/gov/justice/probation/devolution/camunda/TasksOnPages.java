package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.ClaimingTasks.Claim;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Completes tasks from the pages on which they are done. The colleague gets the task first, unless somebody else has
 * it; then what they did and the completion are committed together; then the engine is told, again and again until it
 * has heard, also after a crash (ADR 0094). The answer passes the same checks as from Tasklist.
 *
 * <p>A page asks {@link #waiting} whether to offer it, and calls {@link #complete} with what it saves. A page that asks
 * for confirmation first calls {@link #begin}, and {@link Doing#complete} beside what it saves.
 */
@Service
public class TasksOnPages {
    private static final Logger log = LoggerFactory.getLogger(TasksOnPages.class);

    private final OpenUserTasks open;
    private final ClaimingTasks claiming;
    private final PageCompletions completions;
    private final TransactionTemplate transactions;

    TasksOnPages(
            OpenUserTasks open,
            ClaimingTasks claiming,
            PageCompletions completions,
            PlatformTransactionManager transactions) {
        this.open = open;
        this.claiming = claiming;
        this.completions = completions;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A task that somebody does on a page at this moment. */
    public final class Doing {
        private final TaskOnPage kind;
        private final OpenUserTask task;
        private final Colleague by;
        private final Claim claim;

        private Doing(TaskOnPage kind, OpenUserTask task, Colleague by, Claim claim) {
            this.kind = kind;
            this.task = task;
            this.by = by;
            this.claim = claim;
        }

        /** Must run in the transaction that saves what was done. */
        public void complete() {
            if (claim == Claim.THEIRS || claim == Claim.NO_ANSWER) completions.ask(task, by.userName(), kind.answers());
        }

        /** What becomes of the task, as a sentence for whoever has done it. */
        public String afterwards() {
            return switch (claim) {
                case THEIRS -> "The task is completed.";
                case NO_ANSWER ->
                    "Camunda does not answer at the moment. The task is completed as soon as it is back. You do not need to do anything else.";
                case OF_ANOTHER -> "%s has claimed the task, so it is theirs to complete.".formatted(holder());
                case GONE -> "The task is completed already.";
                case NOT_ALLOWED -> "Now complete the task in Tasklist.";
            };
        }

        private String holder() {
            return task.claimedBy() == null ? "Somebody else" : task.claimedBy();
        }
    }

    /** The task that the colleague can complete by what they do on a page; it may be claimed by somebody else. */
    public Optional<OpenUserTask> waiting(TaskOnPage kind, String about, Colleague by) {
        return open.of(kind, about, by);
    }

    /**
     * Gets the task for the colleague.
     *
     * @param by with all their roles
     * @param shown the key of the task that the page showed them; null if it showed none. Another is not completed
     */
    public Doing begin(TaskOnPage kind, String about, Long shown, Colleague by) {
        OpenUserTask task = open.of(kind, about, by)
                .filter(one -> shown == null || one.key() == shown)
                .orElse(null);
        return new Doing(kind, task, by, task == null ? unknown(shown) : claim(task, by));
    }

    /** Does it and completes its task, both or neither. */
    public Doing complete(TaskOnPage kind, String about, Long shown, Colleague by, Runnable fact) {
        Doing doing = begin(kind, about, shown, by);
        transactions.executeWithoutResult(transaction -> {
            fact.run();
            doing.complete();
        });
        return doing;
    }

    private static Claim unknown(Long shown) {
        return shown == null ? Claim.NOT_ALLOWED : Claim.GONE;
    }

    private Claim claim(OpenUserTask task, Colleague by) {
        Claim claim = claiming.claim(task.key(), by.userName());
        if (claim == Claim.NOT_ALLOWED)
            log.warn("Camunda does not let this application assign task {}: it needs UPDATE_USER_TASK", task.key());
        return claim == Claim.OF_ANOTHER && by.userName().equals(task.claimedBy()) ? Claim.GONE : claim;
    }
}
