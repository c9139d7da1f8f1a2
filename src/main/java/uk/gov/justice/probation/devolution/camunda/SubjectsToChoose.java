package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Optional;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Offers what a task from an earlier release can be about, to be chosen by somebody whose work it is. Each module does
 * so for its own tasks (ADR 0066).
 */
public interface SubjectsToChoose {

    /**
     * What is asked about a task.
     *
     * @param task its name, e.g. "Start in the new place"
     * @param belongsTo what is known of it, e.g. the title of the consultation
     * @param question shown above the choices
     * @param by the role that answers, in the region of what is known
     */
    record Question(String task, String belongsTo, String question, Role by) {}

    /** @param text as colleagues know it */
    record Choice(TaskSubject subject, String text) {}

    /** Empty if the task is not one of the module's. */
    Optional<Question> about(TaskOfBefore task);

    /**
     * The subjects still waiting for such a task, that no task is known to be about, as far as the colleague may see
     * them.
     */
    List<Choice> choices(TaskOfBefore task, Colleague by);
}
