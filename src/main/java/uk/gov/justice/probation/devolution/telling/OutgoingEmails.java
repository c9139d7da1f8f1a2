package uk.gov.justice.probation.devolution.telling;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.letters.EmailTemplate;
import uk.gov.justice.probation.devolution.letters.Emails;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.Holder;

/** The emails to a colleague and their groups, as they are read. */
@Service
public class OutgoingEmails {

    /** An email in words. */
    public record Outgoing(String to, String subject, String body, NoticeState state, Instant madeAt) {}

    private final NoticeRepository notices;
    private final NoticeWords words;
    private final Emails emails;

    OutgoingEmails(NoticeRepository notices, NoticeWords words, Emails emails) {
        this.notices = notices;
        this.words = words;
        this.emails = emails;
    }

    /** Whether emails reach people; otherwise they are only shown here. */
    public boolean reachPeople() {
        return emails.reachPeople();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Outgoing> to(Colleague colleague, int atMost) {
        return notices.findByRecipientInOrderByIdDesc(Holder.allOf(colleague), Limit.of(atMost)).stream()
                .map(this::inWords)
                .toList();
    }

    private Outgoing inWords(Notice notice) {
        EmailTemplate.Text text = notice.template().with(words.of(notice));
        return new Outgoing(notice.email(), text.subject(), text.body(), notice.state(), notice.madeAt());
    }
}
