package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.telling.Undelivered.Answer;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.work.WaitingQuery;
import uk.gov.justice.probation.devolution.work.WaitingQuery.Waits;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Those whom no email reaches: the subject of the tasks about them, their page, and what was done. */
@Service
public class UndeliveredEmails {

    /**
     * As shown to those who help.
     *
     * @param to the member of staff with their number, or the group
     * @param email null if they have none
     * @param waits null if no task waits for them
     */
    public record Shown(
            long id, String to, boolean group, String email, String reason, Instant since, boolean open, Waits waits) {}

    private final UndeliveredRepository undelivered;
    private final ChoosingChannels channels;
    private final WaitingQuery waiting;
    private final NoticeBatch notices;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final Clock clock;

    UndeliveredEmails(
            UndeliveredRepository undelivered,
            ChoosingChannels channels,
            WaitingQuery waiting,
            NoticeBatch notices,
            StaffDirectory staff,
            AuditTrail audit,
            Clock clock) {
        this.undelivered = undelivered;
        this.channels = channels;
        this.waiting = waiting;
        this.notices = notices;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws CannotSucceedException if there is no such email */
    @Transactional(readOnly = true)
    public TaskSubject subject(long id) {
        Undelivered found = undelivered.findById(id).orElseThrow(() -> unknown(id));
        return new TaskSubject("undeliveredId", id, found.subject(), found.regionCode());
    }

    /** The group whose task it is. */
    @Transactional(readOnly = true)
    public String helpGroup(long id) {
        return undelivered
                .findById(id)
                .orElseThrow(() -> unknown(id))
                .helpGroup()
                .name();
    }

    /** Whom it was for: the member of staff with their number, or the group. */
    @Transactional(readOnly = true)
    public String recipient(long id) {
        return inWords(undelivered.findById(id).orElseThrow(() -> unknown(id)).recipient());
    }

    /**
     * For HR and the Head of Operations of the region.
     *
     * @throws NotFound if there is no such email
     * @throws NotAllowedException if it is not theirs to see
     */
    @Transactional(readOnly = true)
    public Shown of(long id, Colleague by) {
        Undelivered found = undelivered
                .findById(id)
                .orElseThrow(() -> new NotFound("There is no email %d that was not delivered".formatted(id)));
        if (!isFor(found, by))
            throw new NotAllowedException(
                    "Only HR and the Head of Operations of the region can see who cannot be reached by email. You are signed in as %s."
                            .formatted(by.userName()));
        Holder recipient = found.recipient();
        return new Shown(
                id,
                inWords(recipient),
                recipient.isGroup(),
                found.email(),
                found.reason(),
                found.since(),
                found.isOpen(),
                waiting.of(List.of(recipient)).get(recipient));
    }

    /**
     * The address was put right: what waits is told again, there.
     *
     * @throws BreaksRules if the address is still the one that failed
     * @throws NotAllowedException if it is not the colleague's task
     */
    @Transactional
    public void addressRight(long id, TaskAnswer answer) {
        Undelivered found = answered(id, answer);
        Told now = channels.of(found.recipient());
        if (found.isOpen() && (now.email() == null || now.email().equals(found.email())))
            throw new BreaksRules(
                    "The address is still the one that emails do not reach. Correct it first, or tell them in another way.");
        if (!dealtWith(found, Answer.ADDRESS_RIGHT, answer)) return;
        Waits waits = waiting.of(List.of(found.recipient())).get(found.recipient());
        notices.add(List.of(NewNotice.again(found.id(), waits, found.recipient(), now.email())), clock.instant());
    }

    /**
     * They were told in another way.
     *
     * @throws NotAllowedException if it is not the colleague's task
     */
    @Transactional
    public void told(long id, TaskAnswer answer) {
        dealtWith(answered(id, answer), Answer.TOLD, answer);
    }

    private Undelivered answered(long id, TaskAnswer answer) {
        Undelivered found = undelivered.lockById(id).orElseThrow(() -> unknown(id));
        TaskGroup help = found.helpGroup();
        answer.mustHold(help.role(), help.slug(), "deal with an email that was not delivered");
        return found;
    }

    private boolean dealtWith(Undelivered found, Answer how, TaskAnswer answer) {
        if (!found.answer(how, answer.taskInstance(), clock.instant())) return false;
        undelivered.save(found);
        audit.record(answer.by(), "EMAIL_UNDELIVERED_" + how, found.subject(), found.regionCode(), Map.of());
        return true;
    }

    private static boolean isFor(Undelivered found, Colleague by) {
        if (found.regionCode() == null) return by.isServiceOwner();
        return by.holds(Role.HR, found.regionCode()) || by.holds(Role.HEAD_OF_OPERATIONS, found.regionCode());
    }

    private String inWords(Holder recipient) {
        if (recipient.isGroup()) return recipient.called();
        return staff.find(recipient.called()).map(StaffMember::inFull).orElse(recipient.called());
    }

    private static CannotSucceedException unknown(long id) {
        return new CannotSucceedException(
                "There is no undelivered email %d in the database. Check that the engine and the database belong together"
                        .formatted(id));
    }
}
