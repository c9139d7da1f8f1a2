package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores what an outcome was before each correction. */
@Component
public class Corrections {
    private final CorrectedOutcomes outcomes;
    private final OutcomeCodes codes;

    Corrections(CorrectedOutcomes outcomes, OutcomeCodes codes) {
        this.outcomes = outcomes;
        this.codes = codes;
    }

    void keep(Session before, String by, Instant at) {
        outcomes.save(new CorrectedOutcome(before, by, at));
    }

    /** Earliest first. */
    public List<Correction> of(long sessionId) {
        return outcomes.findBySessionIdOrderById(sessionId).stream()
                .map(outcome -> outcome.inWords(codes))
                .toList();
    }
}
