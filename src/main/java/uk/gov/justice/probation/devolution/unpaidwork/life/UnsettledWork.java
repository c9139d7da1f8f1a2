package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/**
 * The unsettled unpaid work of a case: sessions up to a given day whose outcome is missing or not yet counted, and open
 * enforcement.
 */
@Service
@NamedInterface("life")
public class UnsettledWork {

    /** The kinds of unsettled work. */
    @NamedInterface("life")
    public enum Kind {
        SESSION,
        ENFORCEMENT
    }

    /**
     * Something that has not been settled.
     *
     * @param reference the session's reference, or the enforcement's number
     * @param since the day of the session, or of the failure
     */
    @NamedInterface("life")
    public record Unsettled(Kind kind, String reference, LocalDate since) {}

    private final Sessions sessions;
    private final Enforcements enforcements;

    UnsettledWork(Sessions sessions, Enforcements enforcements) {
        this.sessions = sessions;
        this.enforcements = enforcements;
    }

    public List<Unsettled> of(long caseId, LocalDate until) {
        return Stream.concat(
                        sessions.unsettled(caseId, until).stream()
                                .map(session -> new Unsettled(Kind.SESSION, session.reference(), session.on())),
                        enforcements.open(caseId).stream()
                                .map(enforcement -> new Unsettled(
                                        Kind.ENFORCEMENT, Long.toString(enforcement.id()), enforcement.failedOn())))
                .toList();
    }
}
