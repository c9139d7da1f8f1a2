package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.handover.HandedOverQuery;
import uk.gov.justice.probation.devolution.handover.QueueFrozen;
import uk.gov.justice.probation.devolution.handover.QueueReleased;

/**
 * While a region's terminations are being handed over, those that are running wait. Afterwards the new owner continues
 * them.
 */
@Component
class WaitingForHandovers {
    private final HandedOverQuery handedOver;
    private final WaitingBatch terminations;
    private final TerminationDates dates;
    private final ApplicationEventPublisher events;

    WaitingForHandovers(
            HandedOverQuery handedOver,
            WaitingBatch terminations,
            TerminationDates dates,
            ApplicationEventPublisher events) {
        this.handedOver = handedOver;
        this.terminations = terminations;
        this.dates = dates;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(QueueFrozen frozen) {
        terminations
                .running(cases(frozen.handoverId()))
                .forEach(id -> events.publishEvent(TerminationMessages.queueFrozen(id, dates.now())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(QueueReleased released) {
        terminations
                .release(cases(released.handoverId()))
                .forEach(id -> events.publishEvent(TerminationMessages.queueReleased(id, dates.now())));
    }

    private List<Long> cases(long handoverId) {
        return handedOver.frozenCases(handoverId, StartingTerminations.SERVICE);
    }
}
