package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleagues;

class LooksAtTasksAgainTest {
    private static final int EVENTS = 40;

    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger looked = new AtomicInteger();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        application.register(Asynchronous.class, Deliveries.class, FewAtOnce.class, LooksAtTasksAgain.class);
        application.registerBean(CamundaClient.class, () -> AcceptsEverything.mock(CamundaClient.class));
        application.registerBean(ProcessVariables.class, () -> instance -> List.of());
        application.registerBean(WhoIsOffered.class, () -> mock(WhoIsOffered.class));
        application.registerBean(Colleagues.class, () -> mock(Colleagues.class));
        application.registerBean(Notifications.class, () -> mock(Notifications.class));
        application.registerBean(TasksOfProcesses.class, SlowTasks::new);
        application.refresh();
    }

    @AfterEach
    void stop() {
        slow.countDown();
        application.close();
    }

    @Test
    void whatIsDeliveredToTheEngineDoesNotWaitForIt() {
        ThreadPoolTaskExecutor deliveries = application.getBean(Deliveries.NAME, ThreadPoolTaskExecutor.class);
        for (int event = 0; event < EVENTS; event++) lookAgain(Map.of(), "P0001");

        await("some are looked at").until(() -> looked.get() > 0);
        AtomicInteger delivered = new AtomicInteger();
        deliveries.execute(delivered::incrementAndGet);
        await("it is delivered")
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(delivered).hasValue(1));
        assertThat(looked).as("the others wait for their turn").hasValueLessThan(EVENTS);
        slow.countDown();
        await("all are looked at").untilAsserted(() -> assertThat(looked).hasValue(EVENTS));
    }

    @Test
    void onlyWhereLaterTasksAreMadeWithOtherValuesItLooksOnceMore() {
        slow.countDown();
        lookAgain(Map.of(), "P0001");
        lookAgain(Map.of("regionSlug", "gm"), null);

        await("the one that learns looks once more")
                .untilAsserted(() -> assertThat(looked).hasValue(3));
        awaitNothingLeft();
        assertThat(looked).hasValue(3);
    }

    @Test
    void whatChangesOnceMoreMeanwhileIsNotTakenBack() {
        slow.countDown();
        lookAgain(Map.of("managerGroups", "hr-nw"), null);
        lookAgain(Map.of("managerGroups", ""), null);
        lookAgain(Map.of("regionSlug", "gm"), null);

        await("each looks, and the latest of each kind once more")
                .untilAsserted(() -> assertThat(looked).hasValue(5));
        awaitNothingLeft();
        assertThat(looked).hasValue(5);
    }

    @Test
    void whereNobodyLosesOrGetsAnythingItIsNotAskedTo() {
        assertThat(asked(Map.of(), null).among(List.of(1L, 2L))).isEmpty();
        assertThat(asked(Map.of(), "P0001").among(List.of(1L, 2L))).hasSize(1);
        assertThat(asked(Map.of("regionSlug", "gm"), null).among(List.of(1L, 2L)))
                .hasSize(1);
    }

    private void awaitNothingLeft() {
        ThreadPoolTaskExecutor looks = application.getBean(FewAtOnce.NAME, ThreadPoolTaskExecutor.class);
        await("nothing is left")
                .untilAsserted(() -> assertThat(looks.getActiveCount()).isZero());
    }

    private void lookAgain(Map<String, Object> variables, String former) {
        application.getBean(LooksAtTasksAgain.class).lookAgain(asked(variables, former));
    }

    private static ProcessesLookAgain asked(Map<String, Object> variables, String former) {
        return new ProcessesLookAgain("file/1", "Why.", "unpaidwork", List.of(7L), variables, former, null);
    }

    private final class SlowTasks implements TasksOfProcesses {

        @Override
        public List<Offered> of(String family, Collection<Long> processInstances) {
            looked.incrementAndGet();
            try {
                slow.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public void isOffered(long key, Collection<String> groups, Collection<String> users, String assignee) {}
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAsync(proxyTargetClass = true)
    static class Asynchronous {}
}
