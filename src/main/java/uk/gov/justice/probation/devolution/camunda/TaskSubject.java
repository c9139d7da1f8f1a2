package uk.gov.justice.probation.devolution.camunda;

/**
 * What a process, or one of its user tasks, is about. Recorded in our database when it begins, so that an answer is
 * saved for it whatever identifiers are sent with the answer (ADR 0048).
 *
 * @param name the variable that holds it in the models, e.g. {@code handoverId}
 * @param about its subject in the audit, e.g. {@code handover/12}
 * @param regionCode the region it belongs to; null if none
 */
public record TaskSubject(String name, String value, String about, String regionCode) {

    public TaskSubject(String name, long id, String about, String regionCode) {
        this(name, Long.toString(id), about, regionCode);
    }
}
