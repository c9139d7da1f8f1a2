package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records which processes are about to be started by one of ours, and for what. A process started in any other way
 * finds no row and does nothing (ADR 0065). Anybody with the engine's token can start any model with any variables, but
 * cannot make it look as if its caller had reached it.
 */
@Service
public class ExpectedCalls {
    private static final String SAYS_CALLS = "saysCalls";

    private final ExpectedCallBatch rows;
    private final TaskSubjects subjects;

    ExpectedCalls(ExpectedCallBatch rows, TaskSubjects subjects) {
        this.rows = rows;
        this.subjects = subjects;
    }

    /**
     * Records that this process will be started next for each of these values. Repeating the call changes nothing.
     *
     * @param process its id in the models, e.g. {@code one-to-one}
     * @param occasion distinguishes this start from another of the same process for the same subject: the element
     *     instance that reaches it, or whatever else is unique to each start
     */
    @Transactional
    public void expect(String process, Collection<?> values, long occasion) {
        rows.note(process, values.stream().map(Object::toString).toList(), occasion);
    }

    /** Like {@link #expect(String, Collection, long)}, for one value. */
    @Transactional
    public void expect(String process, Object value, long occasion) {
        rows.note(process, List.of(value.toString()), occasion);
    }

    /**
     * Records that a process will be started next for the subject of the process that calls it. The subject is the one
     * recorded when the caller began, whatever its variables say by now.
     *
     * @param name of the subject, e.g. {@code handoverId}
     * @throws CannotSucceedException if nothing was recorded for the caller under this name
     */
    @Transactional
    public void expectForTheSame(String process, String name, long callingInstance, long occasion) {
        TaskSubjects.Noted noted = subjects.of(callingInstance, callingInstance).get(name);
        if (noted == null)
            throw new CannotSucceedException(
                    "Nothing says what this process is about, so %s cannot be called. End it, and start it again in the console"
                            .formatted(process));
        rows.note(process, List.of(noted.subject().value()), occasion);
    }

    /**
     * The first step of a process: claims the expected start, which no other process instance can claim afterwards.
     *
     * @param callers the process instances that call it, according to our rows; those of an earlier model do not say
     *     whom they call, and are allowed to go on
     * @throws CannotSucceedException if nothing of ours has started it
     */
    @Transactional
    public void claim(String process, Object value, long processInstanceKey, List<Long> callers) {
        String what = value.toString();
        if (rows.isTakenBy(processInstanceKey, process, what)
                || rows.take(processInstanceKey, process, what)
                || isFromBefore(callers)) return;
        throw new CannotSucceedException(
                "Nothing of ours has started %s for %s, or it runs already. Nothing was changed. End this process"
                        .formatted(process, what));
    }

    /**
     * Called by the step in which a process records its subject. Whether the process says whom it calls depends on the
     * model it began with, which has a header for it on this step. Without the header it began with an earlier model,
     * whichever release serves it.
     */
    @Transactional
    public void begun(ActivatedJob step) {
        long instance = step.getProcessInstanceKey();
        if (saysCalls(step) || rows.saidSoBefore(instance)) rows.says(instance);
    }

    /**
     * Like {@link #begun(ActivatedJob)}, for a called process. It was deployed with its caller, so it says whom it
     * calls if its callers do, with or without the header.
     */
    @Transactional
    public void begun(ActivatedJob step, List<Long> callers) {
        begun(step);
        if (!callers.isEmpty() && !isFromBefore(callers)) rows.says(step.getProcessInstanceKey());
    }

    /** Whether the step, in which a process records its subject, belongs to a model that says whom it calls. */
    public boolean saysCalls(ActivatedJob step) {
        return Boolean.parseBoolean(step.getCustomHeaders().get(SAYS_CALLS));
    }

    /** Whether one of these process instances began with an earlier model, or was called by one that did. */
    @Transactional(readOnly = true)
    public boolean isFromBefore(List<Long> processInstances) {
        return !processInstances.isEmpty() && rows.sayNothing(processInstances);
    }
}
