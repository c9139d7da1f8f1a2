package uk.gov.justice.probation.devolution.work;

import java.time.Instant;

/**
 * A process that stands on an incident, as a manager may see it.
 *
 * @param what what it is about: a handover or a consultation by its name, a case by its CRN, a person by their key;
 *     empty if nothing is known, or the case is not the reader's to know of
 */
public record StandingIncident(
        long key, long processInstanceKey, IncidentCause cause, String causedBy, Instant since, String what) {

    /** What is wrong and who can help, in two sentences. */
    public String sentence() {
        String wrong = cause.inWords(causedBy);
        return Character.toUpperCase(wrong.charAt(0)) + wrong.substring(1) + ". " + cause.help();
    }
}
