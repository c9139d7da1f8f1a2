package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which processes are about to be started by one of ours, and for what: a process that is started otherwise finds
 * no row and does nothing (ADR 0065). Whoever holds the engine's token can start any model with any variables; but they
 * cannot claim that its caller has reached it.
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
     * Notes that this process is started next for each of these; repeating the call changes nothing.
     *
     * @param process as the models name it, e.g. {@code one-to-one}
     * @param occasion distinguishes this start from another of the same process for the same subject: the element
     *     instance that reaches it, or whatever else is unique to each start
     */
    @Transactional
    public void expect(String process, Collection<?> values, long occasion) {
        rows.note(process, values.stream().map(Object::toString).toList(), occasion);
    }

    /** As {@link #expect(String, Collection, long)}, for one. */
    @Transactional
    public void expect(String process, Object value, long occasion) {
        rows.note(process, List.of(value.toString()), occasion);
    }

    /**
     * Notes that a process is started next for what the one that calls it is about, as it was noted when that began:
     * whatever its variables say by now.
     *
     * @param name of the subject, e.g. {@code handoverId}
     * @throws CannotSucceedException if nothing of that name is noted of the caller
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
     * The first step of a process: takes the expected start, which no other process instance can take afterwards.
     *
     * @param callers the process instances that call it, as our rows of them say; what began with an earlier model does
     *     not say whom it calls, and is let go on
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
     * The step of a process in which is noted what it is about: whether it says whom it calls is a matter of the model
     * it began with, which has it in a header of this step. What has no such header began with an earlier model,
     * whichever release serves it.
     */
    @Transactional
    public void begun(ActivatedJob step) {
        long instance = step.getProcessInstanceKey();
        if (saysCalls(step) || rows.saidSoBefore(instance)) rows.says(instance);
    }

    /**
     * As {@link #begun(ActivatedJob)}, for a process that is called: it was deployed with its caller, so that it says
     * whom it calls if its callers do, with a header or without.
     */
    @Transactional
    public void begun(ActivatedJob step, List<Long> callers) {
        begun(step);
        if (!callers.isEmpty() && !isFromBefore(callers)) rows.says(step.getProcessInstanceKey());
    }

    /**
     * Whether the step is of a model that says whom it calls, where it is the step in which is noted what its process
     * is about.
     */
    public boolean saysCalls(ActivatedJob step) {
        return Boolean.parseBoolean(step.getCustomHeaders().get(SAYS_CALLS));
    }

    /** Whether one of these process instances began with an earlier model, or was called by one that did. */
    @Transactional(readOnly = true)
    public boolean isFromBefore(List<Long> processInstances) {
        return !processInstances.isEmpty() && rows.sayNothing(processInstances);
    }
}
