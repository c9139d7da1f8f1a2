package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.notification.Notifications;

/**
 * Messages about a case to a task group. For a limited-access case a group learns only the CRN and where those who may
 * see it can read more: a message cannot ask who reads it (ADR 0043).
 */
@Service
public class MessagesAboutCases {
    private static final String NEWS = "There is news of %s";

    /**
     * What there is to say about a case.
     *
     * @param key by which it is sent once
     * @param about what it is about, as the audit names it, e.g. {@code order/12}
     * @param limitedSubject what is said instead of a limited-access case, and {@code limitedBody}; neither says more
     *     than the CRN and that there is something
     */
    public record CaseMessage(
            String key, String about, String subject, String body, String limitedSubject, String limitedBody) {

        /**
         * Something has happened.
         *
         * @param page where it is read, e.g. "the page of termination 5"
         */
        public static CaseMessage news(
                String key, ProbationCase of, String about, String subject, String body, String page) {
            return new CaseMessage(
                    key,
                    about,
                    subject,
                    body,
                    NEWS.formatted(of.text()),
                    "Those who may see this limited-access case read it on %s.".formatted(page));
        }

        /**
         * Somebody has to do something.
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
                    "Those who may see this limited-access case find the task in Tasklist.");
        }
    }

    private final Notifications notifications;

    MessagesAboutCases(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Sends once: a second message with the same key does nothing. */
    public void send(ProbationCase of, String toGroup, CaseMessage message) {
        boolean limited = of.limitedAccess();
        notifications.send(
                message.key(),
                toGroup,
                limited ? message.limitedSubject() : message.subject(),
                limited ? message.limitedBody() : message.body(),
                message.about());
    }

    /**
     * Access to the case is limited from now on: messages about it, and about what belongs to it, now say only that
     * there was something.
     */
    public void mask(ProbationCase of, Collection<String> abouts) {
        notifications.mask(
                abouts, NEWS.formatted(of.text()), "Those who may see this limited-access case read it on its page.");
    }
}
