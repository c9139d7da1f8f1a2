package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sessions of an order that were attended, so that travel to them can count. */
@Component
class AttendedSessions {
    private final Sessions sessions;
    private final OutcomeCodes codes;
    private final Credits credits;

    AttendedSessions(Sessions sessions, OutcomeCodes codes, Credits credits) {
        this.sessions = sessions;
        this.codes = codes;
        this.credits = credits;
    }

    Optional<Session> find(long orderId, long sessionId) {
        return sessions.find(sessionId).filter(session -> session.orderId() == orderId && attended(session));
    }

    /** Those that have no travel time yet, the latest first. */
    List<Session> withoutTravel(long orderId) {
        Set<String> credited = Set.copyOf(credits.keysOfTravel(orderId));
        return sessions.ofOrder(orderId).stream()
                .filter(session -> attended(session) && !credited.contains(CreditEntry.travelKey(session.id())))
                .sorted(Comparator.comparing(Session::on).reversed())
                .toList();
    }

    boolean attended(Session session) {
        return (session.state() == SessionState.RECORDED || session.state() == SessionState.SETTLED)
                && codes.find(session.outcomeCode())
                        .filter(OutcomeCode::attended)
                        .isPresent();
    }
}
