package uk.gov.justice.probation.devolution.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Messages to task groups, shown on the console's messages page. They name rows of the plan, dates and counts, never a
 * person.
 */
@Service
public class Notifications {

    /** A message as the messages page shows it. Its time is in UTC. */
    public record Notification(long id, LocalDateTime at, String toGroup, String subject, String body, String about) {}

    private final MessageRepository messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(MessageRepository messages, ApplicationEventPublisher events, Clock clock) {
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends a message once, and publishes {@link MessageSent}: a second call with the same {@code dedupKey} does
     * nothing.
     */
    @Transactional
    public void send(String dedupKey, String toGroup, String subject, String body, String about) {
        if (messages.sendOnce(dedupKey, Utc.of(clock.instant()), toGroup, subject, body, about) > 0)
            events.publishEvent(new MessageSent(dedupKey, toGroup));
    }

    /** Which of the messages with these keys have been sent. */
    @Transactional(readOnly = true)
    public Set<String> sent(Collection<String> dedupKeys) {
        return dedupKeys.isEmpty() ? Set.of() : messages.sent(dedupKeys);
    }

    /** To whom anything has been sent about this subject. */
    @Transactional(readOnly = true)
    public Set<String> told(String about) {
        return messages.told(about);
    }

    /** Replaces the text of the messages about these subjects, e.g. because access to a case was limited afterwards. */
    @Transactional
    public void mask(Collection<String> abouts, String subject, String body) {
        if (!abouts.isEmpty()) messages.mask(abouts, subject, body);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Notification> to(Collection<String> groups, int limit) {
        return groups.isEmpty() ? List.of() : messages.newest(groups, limit);
    }
}
