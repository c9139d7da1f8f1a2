package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** The local mailbox, for those who may read the letters in it. */
@Service
public class Mailbox {

    private final Sender sender;
    private final LocalMailRepository mails;

    Mailbox(Sender sender, LocalMailRepository mails) {
        this.sender = sender;
        this.mails = mails;
    }

    /** {@code postedAt} is in UTC. */
    public record Mail(long letterId, String to, String subject, LocalDateTime postedAt) {}

    /** Whether letters go here instead of to people. */
    public boolean isUsed() {
        return sender instanceof LocalMailbox;
    }

    /**
     * Newest first: letters to the colleague, to those whose line manager they are, and of the regions whose HR they
     * are.
     */
    public List<Mail> of(Colleague colleague, int atMost) {
        Set<String> regions = colleague.heldFor(Role.HR).stream()
                .map(slug -> slug.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return mails.readableBy(colleague.userName(), regions, Limit.of(atMost));
    }
}
