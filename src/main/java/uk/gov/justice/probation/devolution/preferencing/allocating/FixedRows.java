package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.RoundClosed;

/**
 * Everybody's rows as they were when the last person's time to answer ended. They are fixed in the step that closes the
 * round, before the secret is read for the seed, and their root is shown and told from then on.
 */
@Service
public class FixedRows {

    /** @param root in hexadecimal */
    public record AtClosing(int people, String root, AllocationRequest request) {}

    private final KeptRows kept;
    private final AllocationRequests requests;
    private final DrawNumbers numbers;
    private final Draws draws;
    private final TellingRoot telling;
    private final Consultations consultations;
    private final AuditTrail audit;

    FixedRows(
            KeptRows kept,
            AllocationRequests requests,
            DrawNumbers numbers,
            Draws draws,
            TellingRoot telling,
            Consultations consultations,
            AuditTrail audit) {
        this.kept = kept;
        this.requests = requests;
        this.numbers = numbers;
        this.draws = draws;
        this.telling = telling;
        this.consultations = consultations;
        this.audit = audit;
    }

    /** Empty while somebody can still answer, and in a round that a former release closed. */
    @Transactional(readOnly = true)
    public Optional<AtClosing> of(long consultationId) {
        return kept.find(consultationId);
    }

    /** From now on nobody's row changes who has answered. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(RoundClosed closed) {
        Round round = closed.round();
        if (!round.hasSecret()) return;
        Facts consultation = consultations.get(round.consultationId());
        numbers.draw(consultation.id());
        AllocationRequest request = requests.atClosing(consultation.id());
        draws.fix(round, request);
        kept.keep(consultation.id(), round.rowsRoot(), request);
        audit.record(
                "system",
                "DRAW_ROWS_FIXED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("people", request.applicants().size(), "rowsRoot", round.rowsRoot()));
        telling.tell(consultation, round.rowsRoot());
    }

    /** The request from which the places are shared out. */
    AllocationRequest kept(Round round, AllocationRequest today) {
        if (round.rowsRoot() == null) return today;
        return of(round.consultationId())
                .map(closing -> SinceClosing.kept(closing.request(), today))
                .orElse(today);
    }
}
