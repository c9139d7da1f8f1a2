package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects.Noted;

/** Finds what a completed task is about, as recorded when it began; also for tasks that began before that was done. */
@Component
class SubjectsOfTasks {
    private final TaskSubjects subjects;
    private final CallingProcesses callers;
    private final List<SubjectsOfBefore> ofBefore;
    private final TasksOfBefore tasksOfBefore;

    SubjectsOfTasks(
            TaskSubjects subjects,
            CallingProcesses callers,
            List<SubjectsOfBefore> ofBefore,
            TasksOfBefore tasksOfBefore) {
        this.subjects = subjects;
        this.callers = callers;
        this.ofBefore = ofBefore;
        this.tasksOfBefore = tasksOfBefore;
    }

    /**
     * The subject of a called process that began before subjects were recorded is what our database holds for its
     * caller, or the one session or enforcement of it that is waiting. The latter is believed only if the variables say
     * the same, and recorded, because it no longer waits once its answer is saved. For every other such task somebody
     * says it on our page.
     */
    Map<String, Noted> of(ActivatedJob listener) {
        Map<String, Noted> noted = subjects.of(listener.getProcessInstanceKey(), listener.getElementInstanceKey());
        if (mayBeFromBefore(noted)) tasksOfBefore.mustBeSaid(listener);
        if (!noted.isEmpty()) return noted;
        Map<String, Noted> ofCaller = callers.callerOf(listener.getProcessInstanceKey())
                .map(subjects::ofCaller)
                .orElse(noted);
        Map<String, Object> sent = listener.getVariablesAsMap();
        List<TaskSubject> waiting = ofCaller.values().stream()
                .flatMap(caller -> ofBefore.stream()
                        .flatMap(
                                known -> known.theOneThatWaits(listener.getBpmnProcessId(), caller.subject()).stream()))
                .filter(one -> one.value().equals(String.valueOf(sent.get(one.name()))))
                .toList();
        waiting.forEach(one -> ofCaller.put(one.name(), subjects.noteOfBefore(listener.getProcessInstanceKey(), one)));
        return ofCaller;
    }

    /** Asks on our page what this task is about. */
    NotSaidYetException await(ActivatedJob listener, String name, Map<String, Noted> noted, String by) {
        return tasksOfBefore.await(listener, name, noted, by);
    }

    /**
     * The engine calls the model that was deployed with the caller's, although the subject of the called process may
     * have been recorded by one of its later steps.
     */
    boolean wasCalledFromBefore(long processInstanceKey) {
        return callers.callerOf(processInstanceKey)
                .filter(caller -> isFromBefore(subjects.of(caller, caller)) || wasCalledFromBefore(caller))
                .isPresent();
    }

    void settle(ActivatedJob listener, Map<String, Noted> noted) {
        if (mayBeFromBefore(noted)) tasksOfBefore.isSettled(listener.getElementInstanceKey());
    }

    /** Also if nothing is recorded, because something is recorded for every task that begins now. */
    static boolean mayBeFromBefore(Map<String, Noted> noted) {
        return noted.isEmpty() || isFromBefore(noted);
    }

    private static boolean isFromBefore(Map<String, Noted> noted) {
        return noted.values().stream().anyMatch(Noted::fromBefore);
    }
}
