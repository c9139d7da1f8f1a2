package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;

/**
 * Finds in our database what a called process is about that began before subjects were noted, and is not about the same
 * as the one that called it.
 */
public interface SubjectsOfBefore {

    /**
     * Empty if nothing of that kind waits for an answer, or it could be one of several: then somebody says which
     * ({@link SubjectsToChoose}).
     *
     * @param process as the models name it, e.g. {@code upw-session}
     * @param caller what is noted of the process that called it
     */
    Optional<TaskSubject> theOneThatWaits(String process, TaskSubject caller);
}
