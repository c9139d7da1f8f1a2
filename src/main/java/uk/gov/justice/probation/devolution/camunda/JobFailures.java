package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the three kinds of failure of an automated step apart: a business outcome goes to the model as a BPMN error; what cannot succeed by trying again becomes an
 * incident at once; everything else is tried again with exponential backoff and jitter, then becomes an incident. The models give every job {@value #ATTEMPTS} attempts,
 * about three minutes in all.
 */
@Component
class JobFailures implements JobExceptionHandlingStrategy {
  static final int ATTEMPTS = 8;
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger(JobFailures.class);

  private final JobExceptionHandlingStrategy commands;

  JobFailures(CommandExceptionHandlingStrategy commandFailures, MetricsRecorder metrics) {
    this.commands = new DefaultJobExceptionHandlingStrategy(commandFailures, metrics);
  }

  @Override
  public void handleException(Exception failure, ExceptionHandlingContext context) throws Exception {
    commands.handleException(told(failure, context.job().getRetries(), context.job().getType()), context);
  }

  private static CamundaError told(Exception failure, int retriesLeft, String jobType) {
    return switch (failure) {
      case CamundaError asItIs -> asItIs;
      case CannotSucceedException hopeless -> new Stated(hopeless.getMessage(), 0, null);
      case CompletedUserTasks.NotYetKnownException soon -> again(soon.getMessage(), retriesLeft);
      default -> {
        log.warn("{} failed and will be tried again ({} attempts left)", jobType, retriesLeft - 1, failure);
        yield again("The step could not be done: %s. When the cause is gone, retry it here".formatted(cause(failure)), retriesLeft);
      }
    };
  }

  private static CamundaError again(String message, int retriesLeft) {
    return new Stated(message, retriesLeft - 1, backoff(ATTEMPTS - retriesLeft));
  }

  static Duration backoff(int failedBefore) {
    long millis = Math.min(LONGEST_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.clamp(failedBefore, 0, 16));
    return Duration.ofMillis(millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2));
  }

  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage().lines().findFirst().orElse("");
    return message.length() > 300 ? message.substring(0, 300) : message;
  }

  /** Operate shows what the exception prints: its words, without the name of a class and the lines of code. */
  private static final class Stated extends JobError {
    Stated(String message, int retries, Duration backoff) {
      super(message, null, retries, backoff, null);
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
