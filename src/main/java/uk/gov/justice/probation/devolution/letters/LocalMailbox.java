package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.util.Optional;

/** Stores what would have been sent by email in the database, where the console shows it. */
class LocalMailbox implements Sender {
    private final LocalMailRepository mails;
    private final Clock clock;

    LocalMailbox(LocalMailRepository mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String reference) {
        return mails.findByReference(reference).map(LocalMail::messageId);
    }

    @Override
    public String send(Dispatch dispatch) {
        return mails.save(new LocalMail(dispatch, clock.instant())).messageId();
    }

    /** Whoever has it sent keeps and shows it. */
    @Override
    public String send(Email email) {
        return "local-" + email.reference();
    }

    @Override
    public Delivery delivery(String id) {
        return Delivery.DELIVERED;
    }

    @Override
    public boolean reachPeople() {
        return false;
    }
}
