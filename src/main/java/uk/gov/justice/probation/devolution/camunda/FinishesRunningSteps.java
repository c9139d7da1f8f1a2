package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * On shutdown, once the workers accept no more jobs, lets running automated steps finish while the database and the
 * engine can still be reached. The Camunda client by itself would interrupt them. Steps that do not finish in time are
 * repeated elsewhere.
 */
@Component
class FinishesRunningSteps implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FinishesRunningSteps.class);

    private final ObjectProvider<CamundaClientExecutorService> threads;
    private final Duration patience;
    private volatile boolean running;

    FinishesRunningSteps(
            ObjectProvider<CamundaClientExecutorService> threads,
            @Value("${devolution.shutdown-patience:30s}") Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        threads.ifAvailable(workers -> finish(workers.get()));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the workers, which stop in the last phase. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void finish(ScheduledExecutorService steps) {
        steps.shutdown();
        try {
            if (!steps.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "Some automated steps still run {} s after the shutdown began; they are interrupted and will be done again",
                        patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
