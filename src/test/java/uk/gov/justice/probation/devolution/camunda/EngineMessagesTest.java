package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.PublishMessageCommandStep1;
import io.camunda.client.api.command.PublishMessageCommandStep1.PublishMessageCommandStep2;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class EngineMessagesTest {
    private static final int MANY = 400;

    @Autowired
    CamundaClient camunda;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    EngineMessages messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whileTheEngineIsSlowTheDatabaseIsFreeAndEachMessageIsDeliveredOnce() throws Exception {
        CountDownLatch engineAnswers = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PublishMessageCommandStep1 publishing = mock(PublishMessageCommandStep1.class);
        when(publishing.messageName(anyString())).thenAnswer(asking -> {
            asked.incrementAndGet();
            assertThat(engineAnswers.await(60, TimeUnit.SECONDS)).isTrue();
            return mock(PublishMessageCommandStep2.class, RETURNS_DEEP_STUBS);
        });
        doReturn(publishing).when(camunda).newPublishMessageCommand();

        transaction.executeWithoutResult(status -> {
            for (int n = 0; n < MANY; n++)
                events.publishEvent(new EngineMessage(
                        "termination.unblocked", "many-" + n, "many-" + n, Map.of(), Duration.ofMinutes(1)));
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() > 10);

        assertThat(undelivered())
                .as("asked of the database while every delivery waits for the engine")
                .isEqualTo(MANY);
        messages.deliverWhatIsLate();
        engineAnswers.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> undelivered() == 0);
        assertThat(asked).as("each once").hasValue(MANY);
    }

    @Test
    void noMessageGoesBeforeTheModelsOfThisReleaseAreThere() throws Exception {
        CamundaClient engine = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
        ProcessModels models = new ProcessModels(engine, mock(FormListsQuery.class), true);
        IncompleteEventPublications outstanding = mock(IncompleteEventPublications.class);
        EngineMessages waiting = new EngineMessages(
                engine, models, new FormerNames(List.of()), outstanding, new ThreadPoolTaskExecutor(), CLOCK);
        Thread delivery = Thread.ofVirtual()
                .start(() -> waiting.deliver(
                        new EngineMessage("termination.due", "1", "due-1", Map.of(), Duration.ofMinutes(1))));
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.getState() == Thread.State.WAITING);
        waiting.deliverWhatIsLate();
        verifyNoInteractions(engine, outstanding);

        models.deploy();

        assertThat(delivery.join(Duration.ofSeconds(20))).isTrue();
        verify(engine).newPublishMessageCommand();
    }

    private int undelivered() {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE completion_date IS NULL AND serialized_event LIKE '%many-%'")
                .query(Integer.class)
                .single();
    }
}
