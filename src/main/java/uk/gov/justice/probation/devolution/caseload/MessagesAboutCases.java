package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.notification.Notifications;

/**
 * Sends messages about cases to task groups. For a limited-access case, a message says only the CRN and where those who
 * may see the case can read more, because it cannot control who reads it (ADR 0043).
 */
@Service
public class MessagesAboutCases {
    private static final String NEWS = "There is news about %s";

    /**
     * A message about a case.
     *
     * @param key identifies the message, so that it is sent once
     * @param about its subject in the audit, e.g. {@code order/12}
     * @param limitedSubject used instead for a limited-access case; reveals no more than the CRN and that there is
     *     something to read
     * @param limitedBody used instead for a limited-access case, likewise
     */
    public record CaseMessage(
            String key, String about, String subject, String body, String limitedSubject, String limitedBody) {

        /**
         * A message saying that something has happened.
         *
         * @param page where the details are, e.g. "the page of termination 5"
         */
        public static CaseMessage news(
                String key, ProbationCase of, String about, String subject, String body, String page) {
            return new CaseMessage(
                    key,
                    about,
                    subject,
                    body,
                    NEWS.formatted(of.text()),
                    "If you can see this limited-access case, read it on %s.".formatted(page));
        }

        /**
         * A message saying that somebody has to act.
         *
         * @param limitedSubject such as "A task of CRN X000123 is overdue"
         */
        public static CaseMessage task(String key, String about, String subject, String body, String limitedSubject) {
            return new CaseMessage(
                    key,
                    about,
                    subject,
                    body,
                    limitedSubject,
                    "If you can see this limited-access case, you find the task in Tasklist.");
        }
    }

    private final Notifications notifications;

    MessagesAboutCases(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Sends the message once. A second one with the same key does nothing. */
    public void send(ProbationCase of, String toGroup, CaseMessage message) {
        boolean limited = of.limitedAccess();
        notifications.send(
                message.key(),
                toGroup,
                limited ? message.limitedSubject() : message.subject(),
                limited ? message.limitedBody() : message.body(),
                message.about());
    }

    /** Sends a message once that names no case and nobody, and says of a thing only what everybody there may read. */
    public void sendAboutNoCase(String key, String toGroup, String subject, String body, String about) {
        notifications.send(key, toGroup, subject, body, about);
    }

    /**
     * Access to the case is now limited: messages about it, and about what belongs to it, are reduced to saying that
     * there was one.
     */
    public void mask(ProbationCase of, Collection<String> abouts) {
        notifications.mask(
                abouts, NEWS.formatted(of.text()), "If you can see this limited-access case, read it on its page.");
    }
}
