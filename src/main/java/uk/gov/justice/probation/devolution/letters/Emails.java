package uk.gov.justice.probation.devolution.letters;

import java.util.Map;
import java.util.Optional;

/** Sends short emails that say that something waits. They hold no name of a case or of a person. */
public interface Emails {

    /**
     * One attempt to send an email.
     *
     * @param reference identifies this attempt to the sender
     * @param words what stands in the gaps of the template
     */
    record Email(String reference, String to, EmailTemplate template, Map<String, String> words) {}

    /** What has become of an email that was accepted. */
    enum Delivery {
        NOT_KNOWN,
        DELIVERED,
        FAILED
    }

    /** The sender's id of the message that it accepted under this reference; empty if it accepted none. */
    Optional<String> find(String reference);

    /**
     * Sends an email. Any exception not named here means that it may or may not have been sent, and to try again later.
     *
     * @return the sender's id of the message
     * @throws UndeliverableException if nothing can be delivered to this address
     * @throws uk.gov.justice.probation.devolution.camunda.CannotSucceedException if the sender is not configured
     *     correctly, whatever the email
     */
    String send(Email email);

    /** @param id the sender's id of the message */
    Delivery delivery(String id);

    /** Whether emails reach people; otherwise they are only shown here. */
    boolean reachPeople();
}
