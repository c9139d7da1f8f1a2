package uk.gov.justice.probation.devolution.casesystem;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Sends what waits for the case system, again and again until it has arrived. Several replicas may do so at the same
 * time.
 */
@Component
class SendingCaseEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SendingCaseEvents.class);
    private static final int AT_ONCE = 200;
    private static final int SIDE_BY_SIDE = 8;

    private final CaseSystemSettings settings;
    private final CaseEventBatch events;
    private final CaseSystem caseSystem;
    private final HandoverRepository handovers;
    private final Notifications notifications;
    private final Clock clock;

    SendingCaseEvents(
            CaseSystemSettings settings,
            CaseEventBatch events,
            CaseSystem caseSystem,
            HandoverRepository handovers,
            Notifications notifications,
            Clock clock) {
        this.settings = settings;
        this.events = events;
        this.caseSystem = caseSystem;
        this.handovers = handovers;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT5S")
    void sendWhatIsDue() throws InterruptedException {
        if (!settings.configured()) return;
        Duration lease = settings.patience().multipliedBy(2L * AT_ONCE / SIDE_BY_SIDE);
        List<CaseEvent> due;
        try (ExecutorService calls =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            while (!(due = events.take(AT_ONCE, clock.instant(), lease)).isEmpty())
                calls.invokeAll(due.stream().map(this::sent).toList());
        }
    }

    private Callable<Void> sent(CaseEvent event) {
        return () -> {
            try {
                Optional<String> failure = caseSystem.send(event);
                if (failure.isEmpty()) events.delivered(event.id(), clock.instant());
                else failed(event, failure.get());
            } catch (RuntimeException e) {
                LOG.error("Event {} for the case system waits to be sent again", event.id(), e);
            }
            return null;
        };
    }

    private void failed(CaseEvent event, String why) {
        int attempts = event.attempts() + 1;
        events.failed(event.id(), why, clock.instant().plus(settings.pauseAfter(attempts)));
        if (attempts == settings.tellAfter()) tell(event.handoverId(), why);
    }

    private void tell(long handoverId, String why) {
        Handover handover = handovers.get(handoverId);
        notifications.send(
                "case-system-silent-" + handoverId,
                Colleague.SERVICE_OWNER,
                "The case system does not accept the events of " + handover.planRowId(),
                "%s We keep trying until they arrive. The page of the manifest of %s shows how many cases wait. Speak to the people who run the case system."
                        .formatted(why, handover.planRowId()),
                handover.subject());
    }
}
