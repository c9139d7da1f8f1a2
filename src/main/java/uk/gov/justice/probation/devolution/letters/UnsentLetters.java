package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.Region;
import uk.gov.justice.probation.devolution.workforce.Regions;

/**
 * Letters that could not be sent or go on paper: the subject of their tasks, HR's answers, and informing the Regional
 * Probation Director of those that wait too long.
 */
@Service
public class UnsentLetters {
    private final SealedLetterRepository letters;
    private final Regions regions;
    private final Notifications notifications;
    private final Deadlines deadlines;
    private final AuditTrail audit;

    UnsentLetters(
            SealedLetterRepository letters,
            Regions regions,
            Notifications notifications,
            Deadlines deadlines,
            AuditTrail audit) {
        this.letters = letters;
        this.regions = regions;
        this.notifications = notifications;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /**
     * The subject of the task about a letter that cannot be sent.
     *
     * @throws CannotSucceedException if there is no such letter
     */
    @Transactional(readOnly = true)
    public TaskSubject subject(long letterId) {
        return new TaskSubject("letterId", letterId, Letters.subject(letterId), regionCode(letterId));
    }

    /** The name of the addressee, with the staff number. */
    @Transactional(readOnly = true)
    public String addressee(long letterId) {
        return letters.addresseeOf(letterId)
                .orElseThrow(() -> unknown(letterId))
                .inFull();
    }

    /**
     * The region whose HR deals with these letters.
     *
     * @param letterIds at least one
     */
    @Transactional(readOnly = true)
    public Region regionOf(List<Long> letterIds) {
        return regions.get(regionCode(letterIds.getFirst()));
    }

    /**
     * HR has corrected the address: the letter is sent again with the next {@link SendingLetters#send}.
     *
     * @throws NotAllowedException if the colleague is not HR of its region
     */
    @Transactional
    public void sendAgain(long letterId, TaskAnswer answer) {
        SealedLetter letter = answered(letterId, answer);
        if (letter.sendAgain(answer.taskInstance())) keep(letter, answer, "LETTER_TO_BE_SENT_AGAIN", Map.of());
    }

    /**
     * HR handed the letter over on that day.
     *
     * @throws NotAllowedException if the colleague is not HR of its region
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been handed over on that day
     */
    @Transactional
    public void handedOver(long letterId, LocalDate on, TaskAnswer answer) {
        SealedLetter letter = answered(letterId, answer);
        if (letter.handOver(on, answer.taskInstance(), deadlines))
            keep(letter, answer, "LETTER_HANDED_OVER", Map.of("on", on.toString()));
    }

    /**
     * Informs the Regional Probation Director, once, that letters of the batch are still waiting for HR, without naming
     * anybody. Nothing is stopped.
     *
     * @param key of the step in the engine; a second call with it does nothing
     */
    @Transactional
    public void escalate(String batch, long key) {
        letters.unsentByRegion(batch)
                .forEach(unsent -> notifications.send(
                        "letters-late-%d".formatted(key),
                        TaskGroup.of(Role.RPD, unsent.regionCode()).name(),
                        "Letters wait to be sent",
                        "%s did not go by email, and HR has not dealt with %s in time. Speak to HR: the tasks are in Tasklist."
                                .formatted(
                                        unsent.letters() == 1 ? "A letter" : unsent.letters() + " letters",
                                        unsent.letters() == 1 ? "it" : "them"),
                        Letters.subject(unsent.oldest())));
    }

    private SealedLetter answered(long letterId, TaskAnswer answer) {
        SealedLetter letter = letters.lockById(letterId).orElseThrow(() -> unknown(letterId));
        answer.mustHold(Role.HR, letter.regionCode(), "deal with a letter that could not be sent");
        return letter;
    }

    private void keep(SealedLetter letter, TaskAnswer answer, String action, Map<String, String> facts) {
        letters.save(letter);
        audit.record(answer.by(), action, Letters.subject(letter.id()), letter.regionCode(), facts);
    }

    private String regionCode(long letterId) {
        return letters.regionOf(letterId).orElseThrow(() -> unknown(letterId));
    }

    private static CannotSucceedException unknown(long letterId) {
        return new CannotSucceedException(
                "There is no letter %d in the database. Check that the engine and the database belong together"
                        .formatted(letterId));
    }
}
