package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;

/**
 * Informs the engine of recorded outcomes, in the transaction that recorded them. The processes of sessions that have
 * one then settle them.
 */
@Component
class AnnouncingOutcomes {
    private static final int CHUNK = 1_000;

    private final OvertakenSessionsQuery overtaken;
    private final PlanningSessions planning;
    private final ApplicationEventPublisher events;

    AnnouncingOutcomes(OvertakenSessionsQuery overtaken, PlanningSessions planning, ApplicationEventPublisher events) {
        this.overtaken = overtaken;
        this.planning = planning;
        this.events = events;
    }

    /** Like {@link #announce}, for the outcomes of a file: once it is taken they are settled together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceFile(List<Long> sessionIds) {
        announce(sessionIds);
        for (int from = 0; from < sessionIds.size(); from += OutcomesToSettle.MOST)
            events.publishEvent(new OutcomesToSettle(
                    sessionIds.subList(from, Math.min(sessionIds.size(), from + OutcomesToSettle.MOST))));
    }

    /** Sessions of a file took the place of these: whatever waits for one of them checks again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceReplaced(Collection<Long> sessionIds) {
        overtaken.withProcess(sessionIds).forEach(id -> planning.changed(id, "replaced"));
    }

    /** Like {@link #announce}, for one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Session session) {
        if (!session.onRegister()) events.publishEvent(UnpaidWorkMessages.outcomeRecorded(session.id()));
        tellOvertaken(List.of(session.id()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Collection<Long> sessionIds) {
        List<Long> ids = List.copyOf(sessionIds);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            overtaken.withProcess(some).forEach(id -> events.publishEvent(UnpaidWorkMessages.outcomeRecorded(id)));
            tellOvertaken(some);
        }
    }

    private void tellOvertaken(List<Long> recorded) {
        overtaken.by(recorded).forEach(waiting -> planning.changed(waiting.sessionId(), "overtaken-" + waiting.by()));
    }
}
