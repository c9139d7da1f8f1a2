package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;

@DomainTest
@WithDatabase
class OrdersOfBeforeTest {
    @Autowired
    Given given;

    @Autowired
    OrdersOfBefore ofBefore;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    /** Tells an order that its registers can bring nothing more (ADR 0085); no model of before waits for it. */
    private static final String UNKNOWN_BEFORE = "unpaidwork.orderGoesOn";

    private Map<String, Long> keys;
    private long order;

    @BeforeEach
    void anOrderOfBeforeBesideOneOfToday() {
        SomeOrders some = new SomeOrders(jdbc);
        some.project("P1");
        long today = some.order();
        some.session(today, "P1", LocalDate.of(2026, 3, 2));
        order = some.order();
        long session = some.session(order, "P1", LocalDate.of(2026, 3, 2));
        long enforcement = given.anEnforcement(session).save();
        keys = Map.of("=string(orderId)", order, "=string(sessionId)", session, "=string(enforcementId)", enforcement);
    }

    @Test
    void everyMessageThatItsProcessesWaitForIsSentByTheFormerName() throws IOException {
        assertThat(messages())
                .hasSizeGreaterThan(10)
                .allSatisfy(message -> assertThat(ofBefore.stillCounts(message)).isFalse());

        ofBefore.opened(order, "placement.openOrder");

        assertThat(messages())
                .allSatisfy(message -> assertThat(ofBefore.stillCounts(message))
                        .as(message.name())
                        .isTrue());
        assertThat(ofBefore.stillCounts(message("unpaidwork.orderReceived", order)))
                .as("a start is always today's")
                .isFalse();
    }

    @Test
    void whatOpensByATypeOfTodayOrBeginsAnewIsOfToday() throws IOException {
        ofBefore.opened(order, "unpaidwork.openOrder");
        assertThat(messages())
                .allSatisfy(message -> assertThat(ofBefore.stillCounts(message))
                        .as(message.name())
                        .isFalse());

        ofBefore.opened(order, "placement.openOrder");
        transaction.executeWithoutResult(status -> events.publishEvent(message("unpaidwork.orderReceived", order)));

        assertThat(messages())
                .allSatisfy(message -> assertThat(ofBefore.stillCounts(message))
                        .as(message.name())
                        .isFalse());
    }

    @Test
    void anOrderOfBeforeHearsOfAnExtensionWhatItsModelKnows() throws IOException {
        EngineMessage extended = message("unpaidwork.orderExtended", order);
        assertThat(ofBefore.nameOf(extended)).isEqualTo("unpaidwork.orderExtended");

        ofBefore.beganUnawareOfExtensions(order);

        assertThat(ofBefore.nameOf(extended)).isEqualTo("unpaidwork.queueFrozen");
        assertThat(messages())
                .filteredOn(message -> !message.name().equals("unpaidwork.orderExtended"))
                .allSatisfy(message -> assertThat(ofBefore.nameOf(message)).isEqualTo(message.name()));
        assertThat(ofBefore.contains(order)).isFalse();

        transaction.executeWithoutResult(status -> events.publishEvent(message("unpaidwork.orderReceived", order)));
        assertThat(ofBefore.nameOf(extended)).as("begun anew").isEqualTo("unpaidwork.orderExtended");

        ofBefore.opened(order, "placement.openOrder");
        assertThat(ofBefore.nameOf(extended)).isEqualTo("placement.queueFrozen");
    }

    /** Every message that today's models of an order wait for, sent to this order, its session or its enforcement. */
    private List<EngineMessage> messages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes/unpaidwork"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn") && !file.endsWith("upw-register.bpmn"))
                    .flatMap(file ->
                            Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(Message.class).stream())
                    .filter(message -> message.getExtensionElements() != null
                            && !message.getName().equals(UNKNOWN_BEFORE))
                    .map(message -> message(
                            message.getName(),
                            keys.get(message.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(ZeebeSubscription.class)
                                    .singleResult()
                                    .getCorrelationKey())))
                    .toList();
        }
    }

    private static EngineMessage message(String name, long key) {
        return new EngineMessage(name, Long.toString(key), name + "-" + key, Map.of(), Duration.ofMinutes(1));
    }
}
