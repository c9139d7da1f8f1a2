package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.refusal.Refusal;

/**
 * Distinguishes three kinds of failure of an automated step. A business outcome goes to the model as a BPMN error. What
 * cannot succeed by being retried becomes an incident at once. Everything else is retried with exponential backoff and
 * jitter, then becomes an incident. An answer waiting for somebody to say what its task is about uses up no attempt.
 * Every job of every model has {@value #ATTEMPTS} attempts ({@link ProcessModels}), about three minutes in total. The
 * application holds a failed step for its pause and only then gives it back, because the engine, which could do the
 * waiting too, was seen to forget waiting steps under load (ADR 0044). If the application stops in the meantime, the
 * engine hands the step out again when its lock expires.
 */
@Component
class JobFailures implements JobExceptionHandlingStrategy {
    static final int ATTEMPTS = 8;
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
    /** Well within the minute for which a step is handed out. */
    private static final Duration LOCK_LASTS = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(JobFailures.class);

    private final CamundaClient camunda;
    private final JobExceptionHandlingStrategy commands;
    private final ScheduledExecutorService pauses = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pauses-of-failed-steps").factory());

    @Autowired
    JobFailures(CamundaClient camunda, CommandExceptionHandlingStrategy commandFailures, MetricsRecorder metrics) {
        this(camunda, new DefaultJobExceptionHandlingStrategy(commandFailures, metrics));
    }

    JobFailures(CamundaClient camunda, JobExceptionHandlingStrategy commands) {
        this.camunda = camunda;
        this.commands = commands;
    }

    @Override
    public void handleException(Exception failure, ExceptionHandlingContext context) throws Exception {
        CamundaError told = told(failure, context.job());
        Duration pause = told instanceof Stated stated ? stated.pause : Duration.ZERO;
        if (pause.isZero()) {
            commands.handleException(told, context);
            return;
        }
        if (pause.compareTo(LOCK_LASTS) > 0)
            camunda.newUpdateTimeoutCommand(context.job())
                    .timeout(pause.plus(LOCK_LASTS))
                    .send();
        pauses.schedule(() -> giveBack(told, context), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveBack(CamundaError told, ExceptionHandlingContext context) {
        try {
            commands.handleException(told, context);
        } catch (Exception notTaken) {
            about(log.atWarn(), context.job())
                    .setCause(notTaken)
                    .log(
                            "{} could not be given back to the engine, which hands it out again when its lock ends",
                            context.job().getType());
        }
    }

    @PreDestroy
    void stop() {
        pauses.shutdownNow();
    }

    private static CamundaError told(Exception failure, ActivatedJob job) {
        int retriesLeft = job.getRetries();
        return switch (failure) {
            case CamundaError asItIs -> asItIs;
            case CannotSucceedException hopeless -> new Stated(hopeless.getMessage(), 0, Duration.ZERO);
            case NotSaidYetException waits -> new Stated(waits.getMessage(), retriesLeft, waits.pause());
            case CompletedUserTasks.NotYetKnownException soon -> again(soon.getMessage(), retriesLeft);
            case OptimisticLockingFailureException lostRace ->
                again("Somebody else changed the same at that moment. Retry it here", retriesLeft);
            case Refusal refusal when refusal.waitsForPeople() -> new Stated(refusal.getMessage(), 0, Duration.ZERO);
            case Refusal refusal -> {
                about(log.atInfo(), job)
                        .log(
                                "{} was refused and will be tried again ({} attempts left): {}",
                                job.getType(),
                                retriesLeft - 1,
                                refusal.getMessage());
                yield again(
                        "The step could not be done: %s. When the cause is removed, retry it here"
                                .formatted(cause(refusal)),
                        retriesLeft);
            }
            default -> {
                about(log.atWarn(), job)
                        .setCause(failure)
                        .log("{} failed and will be tried again ({} attempts left)", job.getType(), retriesLeft - 1);
                yield again(
                        "The step failed: %s. The technical team has to look. When the cause is removed, retry it here"
                                .formatted(cause(failure)),
                        retriesLeft);
            }
        };
    }

    private static LoggingEventBuilder about(LoggingEventBuilder entry, ActivatedJob job) {
        return entry.addKeyValue("jobType", job.getType())
                .addKeyValue("jobKey", job.getKey())
                .addKeyValue("processInstanceKey", job.getProcessInstanceKey());
    }

    private static CamundaError again(String message, int retriesLeft) {
        return new Stated(message, retriesLeft - 1, retriesLeft > 1 ? backoff(ATTEMPTS - retriesLeft) : Duration.ZERO);
    }

    static Duration backoff(int failedBefore) {
        long millis = Math.min(LONGEST_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.clamp(failedBefore, 0, 16));
        return Duration.ofMillis(millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2));
    }

    private static String cause(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        String message = deepest.getMessage() == null
                ? deepest.getClass().getSimpleName()
                : deepest.getMessage().lines().findFirst().orElse("");
        return message.length() > 300 ? message.substring(0, 300) : message;
    }

    /** Operate shows what the exception prints: its message, without class name and stack trace. */
    private static final class Stated extends JobError {
        private final transient Duration pause;

        Stated(String message, int retries, Duration pause) {
            super(message, null, retries, null, null);
            this.pause = pause;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
