package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;

/**
 * Writes an outcome letter to each person of a consultation, including those without a place. Letters are written in
 * batches, each in its own transaction. A run that was interrupted continues with the people who have none, and nobody
 * gets two.
 */
@Service
public class OutcomeLetters {

    /**
     * @param batch the batch in which the letters are sent
     * @param count of all letters in it
     */
    public record Written(String batch, int count) {}

    private final Consultations consultations;
    private final Options options;
    private final OpeningAppealWindow window;
    private final OutcomeLetterBatch batches;
    private final OutcomeLetterRepository written;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    OutcomeLetters(
            Consultations consultations,
            Options options,
            OpeningAppealWindow window,
            OutcomeLetterBatch batches,
            OutcomeLetterRepository written,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.consultations = consultations;
        this.options = options;
        this.window = window;
        this.batches = batches;
        this.written = written;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes the letters that have not been written yet.
     *
     * @param afterEachBatch called after each batch except the last
     * @throws CannotSucceedException if the director has not confirmed the outcome
     */
    public Written write(long consultationId, Runnable afterEachBatch) {
        mustBeConfirmed(consultations.get(consultationId));
        String batch = "outcome-" + consultationId;
        Facts consultation = transaction.execute(status -> window.promise(consultationId));
        Map<Long, Option> offered =
                options.all(consultationId).stream().collect(Collectors.toMap(Option::id, Function.identity()));
        while (batches.writeSome(consultation, offered, batch)) {
            afterEachBatch.run();
        }
        int count = written.countByConsultationId(consultationId);
        transaction.executeWithoutResult(status -> recordWritten(consultation, count));
        return new Written(batch, count);
    }

    /** Whether the person's outcome letter has been written. */
    public boolean written(long memberId) {
        return letterOf(memberId).isPresent();
    }

    /** The id of the person's outcome letter; empty until it has been written. */
    public Optional<Long> letterOf(long memberId) {
        return written.letterOf(memberId);
    }

    private static void mustBeConfirmed(Facts consultation) {
        if (consultation.state() == ConsultationState.OUTCOME) return;
        throw new CannotSucceedException(
                "The outcome of '%s' has not been confirmed, or the consultation is closed: its state is '%s'. No letter was written. End this process"
                        .formatted(consultation.title(), consultation.state().label()));
    }

    private void recordWritten(Facts consultation, int count) {
        consultations.lock(consultation.id());
        audit.recordOnce(
                "outcome-letters-" + consultation.id(),
                "system",
                "OUTCOME_LETTERS_WRITTEN",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("letters", count));
    }
}
