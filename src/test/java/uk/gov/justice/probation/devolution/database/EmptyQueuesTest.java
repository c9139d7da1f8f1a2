package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class EmptyQueuesTest {

    @Test
    void whatATestLeftIsEndedAndWhatComesAfterwardsIsDone() throws InterruptedException {
        try (var application = new AnnotationConfigApplicationContext()) {
            application.registerBean(ThreadPoolTaskExecutor.class, EmptyQueuesTest::oneAtATime);
            application.refresh();
            ThreadPoolTaskExecutor queue = application.getBean(ThreadPoolTaskExecutor.class);
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean ended = new AtomicBoolean();
            AtomicInteger done = new AtomicInteger();
            queue.execute(() -> {
                begun.countDown();
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException stopped) {
                    ended.set(true);
                }
            });
            queue.execute(done::incrementAndGet);
            begun.await();

            EmptyQueues.empty(application);

            assertThat(ended).isTrue();
            queue.execute(done::incrementAndGet);
            await("only what came afterwards")
                    .untilAsserted(() -> assertThat(done).hasValue(1));
        }
    }

    private static ThreadPoolTaskExecutor oneAtATime() {
        ThreadPoolTaskExecutor queue = new ThreadPoolTaskExecutor();
        queue.setCorePoolSize(1);
        queue.setMaxPoolSize(1);
        queue.setDaemon(true);
        return queue;
    }
}
