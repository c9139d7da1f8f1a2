package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Freezes the queues that a handover takes work from. While frozen, they neither receive nor lose cases except through
 * the handover itself, and the work on their cases waits. Listeners to the events read what is committed when their
 * statement starts, so that no waiting case is overlooked.
 */
@Service
public class Queues {
    private final HandoverRepository handovers;
    private final FrozenQueueBatch frozen;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queues(HandoverRepository handovers, FrozenQueueBatch frozen, ApplicationEventPublisher events, Clock clock) {
        this.handovers = handovers;
        this.frozen = frozen;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void freeze(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        frozen.freeze(handover, now());
        events.publishEvent(new QueueFrozen(handoverId));
    }

    /**
     * Lets the work on the moved cases go on, because both owners have signed. The cases left behind wait for
     * {@link #unfreeze}.
     */
    @Transactional
    public void signed(long handoverId) {
        frozen.signed(handoverId, now());
        events.publishEvent(new QueueReleased(handoverId));
        events.publishEvent(new CasesHandedOver(handoverId));
    }

    @Transactional
    public void unfreeze(long handoverId) {
        if (frozen.unfreeze(handoverId, now()) > 0) events.publishEvent(new QueueReleased(handoverId));
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }
}
