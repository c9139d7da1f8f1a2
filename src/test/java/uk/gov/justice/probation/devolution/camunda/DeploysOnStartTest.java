package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Somebody stops the application while Camunda does not answer. */
class DeploysOnStartTest {
    private final DeployingRelease release = mock();
    private final DeploysOnStart onStart = new DeploysOnStart(release, mock(CamundaClient.class));

    @Test
    void anAttemptUnderWayEndsByItselfAndIsTheLast() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        when(release.deploy(Release.NUMBER)).thenAnswer(attempt -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            throw new IllegalStateException("Connection refused");
        });
        onStart.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        try (ExecutorService stopping = Executors.newSingleThreadExecutor()) {
            Future<?> stopped = stopping.submit(() -> {
                onStart.stop();
                return null;
            });
            assertThatThrownBy(() -> stopped.get(300, TimeUnit.MILLISECONDS))
                    .as("stopping waits for it")
                    .isInstanceOf(TimeoutException.class);
            mayEnd.countDown();
            stopped.get(30, TimeUnit.SECONDS);
        }

        assertThat(interrupted).isFalse();
        verify(release, times(1)).deploy(Release.NUMBER);
    }
}
