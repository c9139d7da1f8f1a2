package uk.gov.justice.probation.devolution.engine;

import io.camunda.client.event.CamundaClientCreatedEvent;
import io.camunda.client.spring.annotation.processor.JobWorkerAnnotationProcessor;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Camunda Process Test starts the workers anew for each test, but its client 8.8.14 keeps those of every earlier test
 * (camunda/camunda 46638), so that the hundredth test would set up and open each of them a hundred times. This forgets
 * them before.
 */
final class OpensEachWorkerOnce {
    private final ListableBeanFactory beans;

    OpensEachWorkerOnce(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @EventListener(CamundaClientCreatedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void beforeWorkersAreOpened() {
        beans.getBeansOfType(JobWorkerAnnotationProcessor.class)
                .values()
                .forEach(processor -> ((List<?>) ReflectionTestUtils.getField(processor, "jobWorkerValues")).clear());
    }
}
