package uk.gov.justice.probation.devolution.notification;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The messages to a colleague and their groups, and which of them the colleague has read. That somebody else of the
 * group has read one changes nothing.
 */
@Service
public class ReadingMessages {
    private static final int COUNTED = Integer.MAX_VALUE;

    /** A message as a colleague sees it. {@code at} is in UTC. */
    public record Received(
            long id, LocalDateTime at, String toGroup, String subject, String body, String about, boolean isRead) {}

    private final ReadingQuery reading;
    private final MessageRepository messages;

    ReadingMessages(ReadingQuery reading, MessageRepository messages) {
        this.reading = reading;
        this.messages = messages;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Received> list(Colleague colleague, boolean unreadOnly, int atMost, int before) {
        return reading.list(colleague.userName(), names(colleague), unreadOnly, atMost, before);
    }

    @Transactional(readOnly = true)
    public int count(Colleague colleague) {
        return reading.count(names(colleague));
    }

    @Transactional(readOnly = true)
    public int unread(Colleague colleague) {
        return unread(colleague, COUNTED);
    }

    /** Counted no further than this. */
    @Transactional(readOnly = true)
    public int unread(Colleague colleague, int atMost) {
        return reading.unread(colleague.userName(), names(colleague), atMost);
    }

    /**
     * The message, which is read from now on.
     *
     * @throws NotFound if there is none with this id for them
     */
    @Transactional
    public Received open(long id, Colleague colleague) {
        Received message = reading.find(colleague.userName(), names(colleague), id)
                .orElseThrow(() -> new NotFound("There is no message %d for you or your groups".formatted(id)));
        if (!message.isRead()) messages.readBy(colleague.userName(), id);
        return message;
    }

    /** Marks as read every message up to this one, which is the newest that they were shown. */
    @Transactional
    public void allRead(long newest, Colleague colleague) {
        long until = Math.min(newest, messages.newestId(names(colleague)));
        messages.allReadBy(colleague.userName(), until);
        messages.forgetSingle(colleague.userName(), until);
    }

    private static Set<String> names(Colleague colleague) {
        return Stream.concat(colleague.groups().stream(), Stream.of(colleague.userName()))
                .collect(Collectors.toSet());
    }
}
