package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import uk.gov.justice.probation.devolution.camunda.CompletedUserTasks.NotYetKnownException;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

class JobFailuresTest {
    private final CamundaClient camunda = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
    private final List<Exception> toldToTheEngine = Collections.synchronizedList(new ArrayList<>());
    private final JobExceptionHandlingStrategy commands = (failure, context) -> toldToTheEngine.add(failure);
    private final JobFailures failures = new JobFailures(camunda, commands);

    @AfterEach
    void stop() {
        failures.stop();
    }

    @Test
    void whatMayPassIsGivenBackAfterItsPauseAndTheEngineIsNotAskedToWait() throws Exception {
        failures.handleException(new NotYetKnownException("Task_Decide", 7), job(JobFailures.ATTEMPTS));

        assertThat(toldToTheEngine).isEmpty();
        await().atMost(Duration.ofSeconds(10)).until(() -> !toldToTheEngine.isEmpty());
        assertThat(toldToTheEngine).singleElement().isInstanceOfSatisfying(JobError.class, told -> {
            assertThat(told.getRetries()).isEqualTo(JobFailures.ATTEMPTS - 1);
            assertThat(told.getRetryBackoff()).isNull();
            assertThat(told.getMessage()).contains("Task_Decide");
        });
        verify(camunda, never()).newUpdateTimeoutCommand(any(ActivatedJob.class));
    }

    @Test
    void aRaceThatWasLostIsTriedAgain() throws Exception {
        failures.handleException(
                new ObjectOptimisticLockingFailureException("Handover", 7L), job(JobFailures.ATTEMPTS));

        await().atMost(Duration.ofSeconds(10)).until(() -> !toldToTheEngine.isEmpty());
        assertThat(toldToTheEngine).singleElement().isInstanceOfSatisfying(JobError.class, told -> {
            assertThat(told.getRetries()).isEqualTo(JobFailures.ATTEMPTS - 1);
            assertThat(told.getMessage()).isEqualTo("Somebody else changed the same at that moment. Retry it here");
        });
    }

    @Test
    void whatOnlyPeopleCanChangeIsAnIncidentAtOnce() throws Exception {
        failures.handleException(
                new NotPossibleNow("The unions are heard first") {
                    @Override
                    public boolean waitsForPeople() {
                        return true;
                    }
                },
                job(JobFailures.ATTEMPTS));

        assertThat(toldToTheEngine).singleElement().isInstanceOfSatisfying(JobError.class, told -> {
            assertThat(told.getRetries()).isZero();
            assertThat(told.getMessage()).isEqualTo("The unions are heard first");
        });
    }

    @Test
    void anAnswerThatWaitsForSomebodyUsesUpNoAttempt() throws Exception {
        failures.handleException(new NotSaidYetException("Nobody has said yet", Duration.ofMillis(50)), job(1));

        await().atMost(Duration.ofSeconds(10)).until(() -> !toldToTheEngine.isEmpty());
        assertThat(toldToTheEngine)
                .singleElement()
                .isInstanceOfSatisfying(
                        JobError.class, told -> assertThat(told.getRetries()).isOne());
    }

    @Test
    void aStepThatPausesForLongStaysLocked() throws Exception {
        failures.handleException(new IllegalStateException("away"), job(2));

        verify(camunda).newUpdateTimeoutCommand(any(ActivatedJob.class));
        assertThat(toldToTheEngine).isEmpty();
    }

    @Test
    void theLastFailureTheHopelessAndABusinessOutcomeAreToldAtOnce() throws Exception {
        CamundaError outcome = CamundaError.bpmnError("START_REFUSED", "refused", Map.of());

        failures.handleException(new IllegalStateException("away"), job(1));
        failures.handleException(new CannotSucceedException("There is no handover 7"), job(JobFailures.ATTEMPTS));
        failures.handleException(outcome, job(JobFailures.ATTEMPTS));

        assertThat(toldToTheEngine).hasSize(3).last().isSameAs(outcome);
        assertThat(toldToTheEngine.subList(0, 2))
                .allSatisfy(told -> assertThat(((JobError) told).getRetries()).isZero());
    }

    private static ExceptionHandlingContext job(int retries) {
        ActivatedJob job = mock(ActivatedJob.class);
        when(job.getRetries()).thenReturn(retries);
        when(job.getType()).thenReturn("handover.recordDecision");
        ExceptionHandlingContext context = mock(ExceptionHandlingContext.class);
        when(context.job()).thenReturn(job);
        return context;
    }
}
