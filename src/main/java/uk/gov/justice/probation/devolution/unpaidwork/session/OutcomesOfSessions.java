package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;
import org.springframework.stereotype.Component;

/** The outcome of a session in words, and its previous outcomes if it was corrected. */
@Component
public class OutcomesOfSessions {
    private final OutcomeCodes codes;
    private final Corrections corrections;

    OutcomesOfSessions(OutcomeCodes codes, Corrections corrections) {
        this.codes = codes;
        this.corrections = corrections;
    }

    /** Null if it has none. */
    public OutcomeCode outcome(Session session) {
        return codes.find(session.outcomeCode()).orElse(null);
    }

    public List<Correction> corrections(Session session) {
        return corrections.of(session.id());
    }
}
