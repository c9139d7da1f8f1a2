package uk.gov.justice.probation.devolution.letters;

import java.util.Optional;

/** Who brings a letter to where a person reads it. */
interface Sender {

    /**
     * One sending of a letter.
     *
     * @param reference names this sending at the sender: the letter's key and how often it was tried
     */
    record Dispatch(long letterId, String reference, String to, Template template, String personName, byte[] pdf) {}

    /** What the sender calls the message that it took under this reference; empty if it took none. */
    Optional<String> find(String reference);

    /**
     * Any exception but the named ones means: it may have been sent or not, try again later.
     *
     * @return what the sender calls the message
     * @throws UndeliverableException if nothing can arrive at this address
     * @throws uk.gov.justice.probation.devolution.camunda.CannotSucceedException if the sender is not set up rightly,
     *     whatever the letter
     */
    String send(Dispatch dispatch);
}
