package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FinishesRunningStepsTest {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
    private final CountDownLatch stepMayEnd = new CountDownLatch(1);
    private final CountDownLatch stepRuns = new CountDownLatch(1);
    private final AtomicReference<String> step = new AtomicReference<>("runs");

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void letsAStepThatRunsComeToItsEnd() throws InterruptedException {
        stepStarts();
        Thread.ofVirtual().start(() -> {
            sleep(Duration.ofMillis(200));
            stepMayEnd.countDown();
        });

        shutdown(Duration.ofSeconds(20));

        assertThat(step).hasValue("finished");
    }

    @Test
    void doesNotWaitForEver() throws InterruptedException {
        stepStarts();

        shutdown(Duration.ofMillis(100));

        assertThat(step).hasValue("runs");
    }

    private void stepStarts() throws InterruptedException {
        threads.execute(() -> {
            stepRuns.countDown();
            try {
                stepMayEnd.await();
                step.set("finished");
            } catch (InterruptedException e) {
                step.set("interrupted");
            }
        });
        stepRuns.await();
    }

    private void shutdown(Duration patience) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("threads", new CamundaClientExecutorService(threads, true));
        new FinishesRunningSteps(beans.getBeanProvider(CamundaClientExecutorService.class), patience).stop();
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
