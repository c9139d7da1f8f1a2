package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects.Noted;

/** What a task that ends is about, as we noted it when it began; also for tasks from before that was done. */
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
     * A called process that began before subjects were noted is about what our database holds for the process that
     * called it, and about the one session or enforcement of it that waits. That one is believed where the variables
     * say the same, and noted, since it waits no more once its answer is kept. Of every other task of before somebody
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

    /** Somebody is asked on our page what this task is about. */
    NotSaidYetException await(ActivatedJob listener, String name, Map<String, Noted> noted, String by) {
        return tasksOfBefore.await(listener, name, noted, by);
    }

    /**
     * The engine calls the model that was deployed with the caller's; what the called one is about may have been noted
     * by a later step of it all the same.
     */
    boolean wasCalledFromBefore(long processInstanceKey) {
        return callers.callerOf(processInstanceKey)
                .filter(caller -> isFromBefore(subjects.of(caller, caller)) || wasCalledFromBefore(caller))
                .isPresent();
    }

    void settle(ActivatedJob listener, Map<String, Noted> noted) {
        if (mayBeFromBefore(noted)) tasksOfBefore.isSettled(listener.getElementInstanceKey());
    }

    /** Also where nothing is noted: of every task that begins now something is. */
    static boolean mayBeFromBefore(Map<String, Noted> noted) {
        return noted.isEmpty() || isFromBefore(noted);
    }

    private static boolean isFromBefore(Map<String, Noted> noted) {
        return noted.values().stream().anyMatch(Noted::fromBefore);
    }
}
