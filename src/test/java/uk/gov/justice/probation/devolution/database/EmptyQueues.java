package uk.gov.justice.probation.devolution.database;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Before each test, ends what the test before it left in the application's queues. Keys of instances and tasks begin
 * anew with each engine, so what is carried out late would change those of another test.
 */
public final class EmptyQueues extends AbstractTestExecutionListener {
    private static final int PATIENCE_IN_SECONDS = 60;

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 900;
    }

    @Override
    public void beforeTestMethod(TestContext test) throws InterruptedException {
        empty(test.getApplicationContext());
    }

    static void empty(ApplicationContext application) throws InterruptedException {
        for (var queue :
                application.getBeansOfType(ThreadPoolTaskExecutor.class).entrySet())
            empty(queue.getKey(), queue.getValue());
    }

    private static void empty(String name, ThreadPoolTaskExecutor queue) throws InterruptedException {
        ThreadPoolExecutor former = queue.getThreadPoolExecutor();
        if (former.getActiveCount() == 0 && former.getQueue().isEmpty()) return;
        queue.initialize();
        former.shutdownNow();
        if (!former.awaitTermination(PATIENCE_IN_SECONDS, TimeUnit.SECONDS))
            throw new IllegalStateException("The queue " + name + " still works for an earlier test");
    }
}
