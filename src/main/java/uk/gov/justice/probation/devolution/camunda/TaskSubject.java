package uk.gov.justice.probation.devolution.camunda;

/**
 * What a process, or one of its user tasks, is about: noted in our database when it begins, so that an answer is kept
 * for it whatever identifiers come with the answer (ADR 0048).
 *
 * @param name the variable by which the models know it, e.g. {@code handoverId}
 * @param about how the audit names it, e.g. {@code handover/12}
 * @param regionCode whose it is; null if it belongs to no region
 */
public record TaskSubject(String name, String value, String about, String regionCode) {

    public TaskSubject(String name, long id, String about, String regionCode) {
        this(name, Long.toString(id), about, regionCode);
    }
}
