package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;

/**
 * Finds in our database the subject of a called process that began before subjects were recorded and that is not about
 * the same as its caller.
 */
public interface SubjectsOfBefore {

    /**
     * Empty if nothing of that kind is waiting for an answer, or if there are several candidates; then somebody says
     * which ({@link SubjectsToChoose}).
     *
     * @param process its id in the models, e.g. {@code upw-session}
     * @param caller what was recorded for the process that called it
     */
    Optional<TaskSubject> theOneThatWaits(String process, TaskSubject caller);
}
