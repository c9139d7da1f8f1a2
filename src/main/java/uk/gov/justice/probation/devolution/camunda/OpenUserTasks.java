package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Knows the open tasks, as they are kept beside the engine. */
public interface OpenUserTasks {

    /**
     * The open task of a kind about a subject that is the colleague's to do, or one of their groups'; of several the
     * one that is due first.
     *
     * @param about e.g. {@code termination/12}
     */
    Optional<OpenUserTask> of(TaskOnPage task, String about, Colleague colleague);
}
