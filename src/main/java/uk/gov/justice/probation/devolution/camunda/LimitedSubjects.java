package uk.gov.justice.probation.devolution.camunda;

/**
 * Whether a task is about a case to which access is limited, in which case nothing entered about it goes back into the
 * engine.
 */
@FunctionalInterface
public interface LimitedSubjects {

    boolean isLimited(TaskSubject subject);
}
