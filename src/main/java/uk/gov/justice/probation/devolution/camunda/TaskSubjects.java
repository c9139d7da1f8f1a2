package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what each process instance and user task is about, from its beginning and for good. */
@Service
public class TaskSubjects {

    /**
     * @param fromBefore found for a task that was open before subjects were recorded, which cannot come back if its
     *     answer is refused
     */
    record Noted(TaskSubject subject, boolean fromBefore) {}

    private final NotedSubjectRepository subjects;

    TaskSubjects(NotedSubjectRepository subjects) {
        this.subjects = subjects;
    }

    /**
     * Records what an instance is about. Repeating the call changes nothing.
     *
     * @param instanceKey of the process instance in its first step, or of the element instance in the start listener of
     *     a user task that there are several of
     * @throws CannotSucceedException if something else is already recorded
     */
    @Transactional
    public void note(long instanceKey, TaskSubject subject) {
        if (subjects.note(instanceKey, subject.name(), subject.value(), subject.about(), subject.regionCode()) > 0)
            return;
        String before = subjects.valueOf(instanceKey, subject.name());
        if (!before.equals(subject.value())) {
            throw new CannotSucceedException(
                    "This began for %s %s and cannot go on for %s. Somebody changed its variables: put %1$s back to %2$s, then retry."
                            .formatted(subject.name(), before, subject.value()));
        }
    }

    /** Records what was found for a task that was open before subjects were recorded. */
    @Transactional
    Noted noteOfBefore(long instanceKey, TaskSubject subject) {
        subjects.noteOfBefore(instanceKey, subject.name(), subject.value(), subject.about(), subject.regionCode());
        return new Noted(subject, true);
    }

    /**
     * Whether a task that began after subjects were recorded is known to be about it. Such a task is not from an
     * earlier release.
     */
    public boolean isNoted(TaskSubject subject) {
        return subjects.isNoted(subject.about(), subject.name(), subject.value());
    }

    /** The process and element instances that recorded it themselves; those from before did not. */
    public List<Long> instancesFor(TaskSubject subject) {
        return subjects.instancesFor(subject.about(), subject.name(), subject.value());
    }

    /** The process instances that began for one of these. */
    public List<Long> instancesAbout(Collection<String> abouts) {
        return abouts.isEmpty() ? List.of() : subjects.instancesAbout(abouts);
    }

    /**
     * The subject of a process instance that called one without any. The called one began before subjects were
     * recorded, and its task cannot come back.
     */
    Map<String, Noted> ofCaller(long processInstanceKey) {
        Map<String, Noted> noted = of(processInstanceKey, processInstanceKey);
        noted.replaceAll((name, each) -> new Noted(each.subject(), true));
        return noted;
    }

    /** What was recorded for the process instance and for the task itself, by name. */
    Map<String, Noted> of(long processInstanceKey, long elementInstanceKey) {
        Map<String, Noted> noted = new LinkedHashMap<>();
        subjects.of(processInstanceKey, elementInstanceKey)
                .forEach(row -> noted.put(
                        row.name(),
                        new Noted(
                                new TaskSubject(row.name(), row.value(), row.about(), row.regionCode()),
                                row.fromBefore())));
        return noted;
    }
}
