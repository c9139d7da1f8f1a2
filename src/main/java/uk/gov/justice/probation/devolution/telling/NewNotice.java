package uk.gov.justice.probation.devolution.telling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import uk.gov.justice.probation.devolution.letters.EmailTemplate;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.work.TasksOpened.Opened;
import uk.gov.justice.probation.devolution.work.WaitingQuery.Waits;

/**
 * An email to be sent.
 *
 * @param key of what it tells and to whom, as a hash, because the sender is given it
 * @param area where the task is, e.g. "Consultations"; null unless it tells of a task
 * @param tasks how many wait; null unless it is the daily one
 */
record NewNotice(
        String key, Holder recipient, EmailTemplate template, String area, Integer tasks, Instant dueAt, String email) {

    /**
     * A task that comes again in the same process, about the same and due at the same time, was refused: it is not told
     * again.
     */
    static NewNotice of(Opened task, String area, Holder recipient, String email) {
        return new NewNotice(
                hash("task", task.processInstanceKey(), task.elementId(), task.about(), task.dueAt(), recipient.name()),
                recipient,
                EmailTemplate.TASK,
                area,
                null,
                task.dueAt(),
                email);
    }

    static NewNotice ofMessage(String messageKey, Holder recipient, String email) {
        return new NewNotice(
                hash("message", messageKey, recipient.name()),
                recipient,
                EmailTemplate.MESSAGE,
                null,
                null,
                null,
                email);
    }

    static NewNotice ofDay(LocalDate day, Waits waits, Holder recipient, String email) {
        return new NewNotice(
                hash("digest", day, recipient.name()),
                recipient,
                EmailTemplate.DIGEST,
                null,
                waits.tasks(),
                waits.earliestDue(),
                email);
    }

    /** The address was put right. */
    static NewNotice again(long undelivered, Waits waits, Holder recipient, String email) {
        return new NewNotice(
                hash("again", undelivered),
                recipient,
                waits == null ? EmailTemplate.MESSAGE : EmailTemplate.DIGEST,
                null,
                waits == null ? null : waits.tasks(),
                waits == null ? null : waits.earliestDue(),
                email);
    }

    private static String hash(Object... parts) {
        var whole = new StringBuilder();
        for (Object part : parts) whole.append(part).append('\n');
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(whole.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
