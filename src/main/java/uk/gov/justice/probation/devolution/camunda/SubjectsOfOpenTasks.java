package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects.Noted;

/** What an open task is about, as it was noted for it, for its process, or for the nearest process that called that. */
@Component
public class SubjectsOfOpenTasks {
    private static final int DEEPEST_CALL = 10;
    /** What somebody asked to be started says less than what was started. */
    private static final List<String> WIDE = List.of("region/", "launch/");

    private final TaskSubjects subjects;
    private final CallingProcesses callers;

    SubjectsOfOpenTasks(TaskSubjects subjects, CallingProcesses callers) {
        this.subjects = subjects;
        this.callers = callers;
    }

    /** Empty if nothing is noted: somebody says it when the task is answered ({@link TasksOfBefore}). */
    @Transactional(readOnly = true)
    public Optional<TaskSubject> of(UserTaskRecord task) {
        return of(task.processInstanceKey(), task.elementInstanceKey());
    }

    /** As for a task, for a step of any kind. */
    @Transactional(readOnly = true)
    public Optional<TaskSubject> of(long processInstanceKey, long elementInstanceKey) {
        Optional<TaskSubject> nearest = nearest(processInstanceKey, elementInstanceKey);
        Optional<Long> caller = Optional.of(processInstanceKey);
        for (int call = 0; nearest.isEmpty() && call < DEEPEST_CALL; call++) {
            caller = callers.callerOf(caller.get());
            if (caller.isEmpty()) break;
            nearest = nearest(caller.get(), caller.get());
        }
        return nearest;
    }

    /** What was noted last is the narrowest; a region, or a launch, only if that is all. */
    private Optional<TaskSubject> nearest(long processInstanceKey, long elementInstanceKey) {
        List<TaskSubject> noted = subjects.of(processInstanceKey, elementInstanceKey).values().stream()
                .map(Noted::subject)
                .toList();
        return noted.stream()
                .filter(subject -> WIDE.stream().noneMatch(subject.about()::startsWith))
                .reduce((wider, narrower) -> narrower)
                .or(() -> noted.stream().findFirst());
    }
}
