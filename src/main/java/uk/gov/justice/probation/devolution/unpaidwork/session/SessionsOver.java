package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/**
 * Informs the process of a limited-access case's session that the session is over, on the day after it, because the
 * engine does not know its day. The deadline of the task that follows is counted from then.
 */
@Component
public class SessionsOver {
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;
    private final ApplicationEventPublisher events;
    private final LimitedSessionsQuery limited;

    SessionsOver(
            Deadlines deadlines,
            UnpaidWorkSettings settings,
            ApplicationEventPublisher events,
            LimitedSessionsQuery limited) {
        this.deadlines = deadlines;
        this.settings = settings;
        this.events = events;
        this.limited = limited;
    }

    /** Sessions whose day is over and that have no outcome. */
    public List<Long> ofLimitedCases() {
        return limited.before(deadlines.today());
    }

    /** @param occasion why it is sent; for the same occasion it is sent only once */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(long sessionId, Object occasion) {
        Map<String, Object> dueFromNow = Map.of(
                "sessionDueAt",
                deadlines.inWorkingDays(1),
                "sessionLateAt",
                deadlines.inWorkingDays(settings.outcomeLate()));
        events.publishEvent(UnpaidWorkMessages.sessionOver(sessionId, occasion, dueFromNow));
    }
}
