package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * The notes of sessions: encrypted, readable by those who may see the case, and audited whenever they are read. A note
 * marked sensitive can be read only by those who manage the sentence and by its author (our own rule), and stays
 * marked.
 */
@Service
public class SessionNotes {
    private static final List<Role> READ_SENSITIVE = List.of(Role.PRACTITIONER, Role.PSO, Role.SPO);

    private final Sessions sessions;
    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final Sealing sealing;
    private final AuditTrail audit;

    SessionNotes(Sessions sessions, Orders orders, Cases cases, CaseAccess access, Sealing sealing, AuditTrail audit) {
        this.sessions = sessions;
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.sealing = sealing;
        this.audit = audit;
    }

    /** Encrypts notes for storing; null for none. */
    public byte[] seal(String sessionReference, String notes) {
        return notes == null || notes.isBlank()
                ? null
                : sealing.seal(notes.strip().getBytes(StandardCharsets.UTF_8), place(sessionReference))
                        .bytes();
    }

    /** Opens stored notes in order to compare them; {@link #read} is for people. Empty for none. */
    public String open(String sessionReference, byte[] sealed) {
        return sealed == null
                ? ""
                : new String(sealing.open(Sealed.of(sealed), place(sessionReference)), StandardCharsets.UTF_8);
    }

    /** @param probationCase of the session */
    public boolean mayRead(Session session, ProbationCase probationCase, Colleague by) {
        if (!access.maySee(probationCase, by)) return false;
        return !session.sensitive()
                || by.userName().equals(session.recordedBy())
                || by.userName().equals(probationCase.practitioner())
                || READ_SENSITIVE.stream().anyMatch(role -> by.holds(role, probationCase.regionSlug()));
    }

    /** The notes; empty if there are none or the colleague may not read them. */
    @Transactional
    public String read(long sessionId, Colleague by) {
        Session session = sessions.get(sessionId);
        if (!session.noted()) return "";
        ProbationCase probationCase = caseOf(session);
        if (!mayRead(session, probationCase, by)) return "";
        audit.record(
                by.userName(),
                "SESSION_NOTES_VIEWED",
                session.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn()));
        return open(session.reference(), session.sealedNotes());
    }

    /**
     * Changes the notes of a session, whatever its state.
     *
     * @param version the version the session was read at
     * @throws BreaksRules if they are too long, or would no longer be sensitive
     * @throws Taken if the session has changed since
     */
    @Transactional
    public void write(long sessionId, String notes, boolean sensitive, int version, Colleague by) {
        ProbationCase probationCase = cases.get(sessions.whose(sessionId).caseId());
        access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
        Session session = sessions.lock(sessionId);
        session.mustBeMine(version, mayRead(session, probationCase, by));
        List<BrokenRule> broken = SessionRules.brokenNotes(notes, sensitive, session.sensitive());
        if (!broken.isEmpty()) throw new BreaksRules(broken);
        session.write(seal(session.reference(), notes), sensitive);
        sessions.save(session);
        audit.record(
                by.userName(),
                "SESSION_NOTES_WRITTEN",
                session.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "sensitive", sensitive));
    }

    private ProbationCase caseOf(Session session) {
        return cases.get(orders.get(session.orderId()).caseId());
    }

    private static String place(String sessionReference) {
        return "session/" + sessionReference;
    }
}
