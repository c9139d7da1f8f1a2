package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementBatch.Begun;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomesToSettle;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingTogether;

/**
 * Once outcomes of a file or a register are taken, settles them set-based, a few hundred in each transaction, and
 * begins the enforcement of the failures among them. A lot that fails is tried again; meanwhile the processes of
 * sessions that have one settle theirs one by one.
 */
@Component
class SettlingFiles {
    private final SettlingTogether settling;
    private final EnforcementBatch enforcements;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SettlingFiles(
            SettlingTogether settling,
            EnforcementBatch enforcements,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.settling = settling;
        this.enforcements = enforcements;
        this.audit = audit;
        this.events = events;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE + 1) // the engine hears of an outcome when nothing is left to do
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(OutcomesToSettle recorded) {
        List<Long> failed = settling.settle(recorded.sessionIds());
        if (failed.isEmpty()) return;
        List<Begun> begun = enforcements.begin(failed);
        audit.recordAll(begun.stream().map(SettlingFiles::started).toList());
        begun.forEach(one -> events.publishEvent(UnpaidWorkMessages.enforcementNeeded(one.orderId(), one.id())));
    }

    private static AuditTrail.Line started(Begun one) {
        return new AuditTrail.Line(
                "system",
                "ENFORCEMENT_STARTED",
                "order/" + one.orderId(),
                one.regionCode(),
                Map.of("enforcement", one.id(), "session", one.sessionId()));
    }
}
