package uk.gov.justice.probation.devolution.camunda;

/**
 * Whether what a task is about is a case to which access is limited: nothing that was entered about it comes back into
 * the engine.
 */
@FunctionalInterface
public interface LimitedSubjects {

    boolean isLimited(TaskSubject subject);
}
