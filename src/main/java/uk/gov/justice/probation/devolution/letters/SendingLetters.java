package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.letters.Sender.Dispatch;

/**
 * Sends letters, each once. The start of an attempt is committed before it, and its success right after. If an attempt
 * is found that had begun, the sender is asked by its reference before anything is sent again.
 */
@Service
public class SendingLetters {
    private static final Duration SAID_EVERY = Duration.ofSeconds(20);

    private final Sender sender;
    private final SealedLetterRepository letters;
    private final LetterTexts texts;
    private final OneAtATime oneAtATime;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingLetters(
            Sender sender,
            SealedLetterRepository letters,
            LetterTexts texts,
            OneAtATime oneAtATime,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sender = sender;
        this.letters = letters;
        this.texts = texts;
        this.oneAtATime = oneAtATime;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param hadBegun whether an earlier attempt under the same reference may have succeeded */
    private record Begun(Dispatch dispatch, boolean hadBegun) {}

    /**
     * Sends the letters of the batch that have not been sent. Those sent stay sent whatever happens afterwards.
     *
     * @param stillAtWork called about every twenty seconds
     * @return the ids of those that cannot be sent or go on paper, and wait for HR
     * @throws IllegalStateException if somebody else is sending the batch, or the sender is down; try again later
     */
    public List<Long> send(String batch, Runnable stillAtWork) {
        return oneAtATime
                .tryAlone("letters " + batch, () -> sendAll(batch, stillAtWork))
                .orElseThrow(() -> new IllegalStateException(
                        "The letters of the batch %s are being sent already".formatted(batch)));
    }

    private List<Long> sendAll(String batch, Runnable stillAtWork) {
        Instant said = clock.instant();
        for (OutgoingLetter letter : letters.outgoing(batch)) {
            if (clock.instant().isAfter(said.plus(SAID_EVERY))) {
                stillAtWork.run();
                said = clock.instant();
            }
            send(letter);
        }
        return letters.unsent(batch);
    }

    private void send(OutgoingLetter letter) {
        Optional<Begun> begun = transaction.execute(status -> begin(letter));
        begun.ifPresent(this::send);
    }

    private void send(Begun begun) {
        Dispatch dispatch = begun.dispatch();
        try {
            Optional<String> arrived = begun.hadBegun() ? sender.find(dispatch.reference()) : Optional.empty();
            String senderId = arrived.orElseGet(() -> sender.send(dispatch));
            transaction.executeWithoutResult(status -> sent(dispatch, senderId));
        } catch (UndeliverableException undeliverable) {
            transaction.executeWithoutResult(status -> failed(dispatch, undeliverable.getMessage()));
        }
    }

    /** Empty if it goes on paper. */
    private Optional<Begun> begin(OutgoingLetter outgoing) {
        SealedLetter letter = letters.lock(outgoing.id());
        if (letter.waitOnPaper()) {
            keep(letter, "LETTER_ON_PAPER", Map.of());
            return Optional.empty();
        }
        boolean first = letter.beginSending();
        letters.save(letter);
        byte[] pdf = texts.pdf(letter.texts(), letter.key());
        return Optional.of(new Begun(
                new Dispatch(
                        letter.id(), letter.reference(), letter.email(), letter.template(), outgoing.personName(), pdf),
                !first));
    }

    private void sent(Dispatch dispatch, String senderId) {
        SealedLetter letter = letters.lock(dispatch.letterId());
        letter.sent(senderId, clock.instant());
        keep(letter, "LETTER_SENT", Map.of("reference", dispatch.reference(), "senderId", senderId));
    }

    private void failed(Dispatch dispatch, String reason) {
        SealedLetter letter = letters.lock(dispatch.letterId());
        letter.failed(reason);
        keep(letter, "LETTER_FAILED", Map.of("reference", dispatch.reference(), "reason", reason));
    }

    private void keep(SealedLetter letter, String action, Map<String, String> facts) {
        letters.save(letter);
        audit.record("system", action, Letters.subject(letter.id()), letter.regionCode(), facts);
    }
}
