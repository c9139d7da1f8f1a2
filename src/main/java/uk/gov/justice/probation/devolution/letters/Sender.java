package uk.gov.justice.probation.devolution.letters;

/** Delivers letters to people, and short emails. */
interface Sender extends Emails {

    /**
     * One attempt to send a letter.
     *
     * @param reference identifies this attempt to the sender: the letter's key and the number of attempts
     */
    record Dispatch(long letterId, String reference, String to, Template template, String personName, byte[] pdf) {}

    /**
     * Sends a letter. Any exception not named here means that it may or may not have been sent, and to try again later.
     *
     * @return the sender's id of the message
     * @throws UndeliverableException if nothing can be delivered to this address
     * @throws uk.gov.justice.probation.devolution.camunda.CannotSucceedException if the sender is not configured
     *     correctly, whatever the letter
     */
    String send(Dispatch dispatch);
}
