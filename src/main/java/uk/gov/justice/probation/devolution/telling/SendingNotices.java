package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.letters.Emails;
import uk.gov.justice.probation.devolution.letters.Emails.Delivery;
import uk.gov.justice.probation.devolution.letters.Emails.Email;
import uk.gov.justice.probation.devolution.letters.OneAtATime;
import uk.gov.justice.probation.devolution.letters.UndeliverableException;

/**
 * Sends what is to be sent, each once, as letters are sent: that an attempt begins is committed before it, and whoever
 * finds one that had begun asks the sender by its reference before sending it again. Afterwards the sender is asked
 * whether it arrived.
 */
@Service
public class SendingNotices {
    private static final int AT_ONCE = 200;
    private static final Set<NoticeState> TO_BE_SENT = Set.of(NoticeState.WAITING, NoticeState.SENDING);
    private static final String BOUNCED =
            "The email was sent, and did not arrive: there is no such address, or its mailbox does not take it.";
    /** The sender tries for so long. */
    private static final Duration ASKED_FOR = Duration.ofDays(4);

    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(5);

    private final NoticeRepository notices;
    private final NoticeWords words;
    private final Emails emails;
    private final ReportingUndelivered undelivered;
    private final OneAtATime oneAtATime;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingNotices(
            NoticeRepository notices,
            NoticeWords words,
            Emails emails,
            ReportingUndelivered undelivered,
            OneAtATime oneAtATime,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notices = notices;
        this.words = words;
        this.emails = emails;
        this.undelivered = undelivered;
        this.oneAtATime = oneAtATime;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Begun(long id, Email email, boolean hadBegun) {}

    /** Sends what waits, unless another replica does so at the moment. What was sent stays sent whatever follows. */
    public void send() {
        oneAtATime.tryAlone("notices", () -> {
            List<Long> waiting;
            do {
                waiting = notices.inState(TO_BE_SENT, Limit.of(AT_ONCE));
                sendAll(waiting);
            } while (waiting.size() == AT_ONCE);
            return true;
        });
    }

    /** Asks about what was sent some minutes ago and may still bounce. */
    public void ask() {
        Instant now = clock.instant();
        oneAtATime.tryAlone("deliveries of notices", () -> {
            notices.toAskAbout(Utc.of(now.minus(ASKED_FOR)), Utc.of(now.minus(ASKED_AGAIN_AFTER)), Limit.of(AT_ONCE))
                    .forEach(this::ask);
            return true;
        });
    }

    /** What is wrong with one of them alone keeps none of the others waiting. */
    private void sendAll(List<Long> waiting) {
        CannotSucceedException wrong = null;
        for (long id : waiting) {
            try {
                send(id);
            } catch (CannotSucceedException cannot) {
                wrong = cannot;
            }
        }
        if (wrong != null) throw wrong;
    }

    private void send(long id) {
        Optional<Begun> begun = transaction.execute(status -> begin(id));
        begun.ifPresent(this::send);
    }

    private void send(Begun begun) {
        try {
            Optional<String> arrived =
                    begun.hadBegun() ? emails.find(begun.email().reference()) : Optional.empty();
            String senderId = arrived.orElseGet(() -> emails.send(begun.email()));
            change(begun.id(), notice -> notice.sent(senderId, clock.instant()));
        } catch (UndeliverableException undeliverable) {
            change(begun.id(), notice -> failed(notice, undeliverable.getMessage()));
        }
    }

    private Optional<Begun> begin(long id) {
        Notice notice = notices.lockById(id).filter(Notice::isToBeSent).orElse(null);
        if (notice == null) return Optional.empty();
        boolean first = notice.beginSending();
        notices.save(notice);
        return Optional.of(new Begun(
                id, new Email(notice.reference(), notice.email(), notice.template(), words.of(notice)), !first));
    }

    private void ask(long id) {
        String senderId = transaction.execute(status -> notices.lockById(id)
                .filter(Notice::isSent)
                .map(Notice::senderId)
                .orElse(null));
        if (senderId == null) return;
        Delivery delivery = emails.delivery(senderId);
        change(id, notice -> {
            switch (delivery) {
                case DELIVERED -> notice.delivered();
                case FAILED -> failed(notice, BOUNCED);
                case NOT_KNOWN -> notice.askedAgain(clock.instant());
            }
        });
    }

    /** Somebody is given the task to tell them. */
    private void failed(Notice notice, String reason) {
        notice.failed(reason);
        undelivered.report(notice.recipient(), notice.email(), reason);
    }

    private void change(long id, Consumer<Notice> change) {
        transaction.executeWithoutResult(status -> {
            Notice notice = notices.lockById(id).orElseThrow();
            change.accept(notice);
            notices.save(notice);
        });
    }
}
