package uk.gov.justice.probation.devolution.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;

/** Says what tasks are about: from what was noted when they began, and from our database as it is now. */
@Component
class DescribingTasks {
    private static final Logger log = LoggerFactory.getLogger(DescribingTasks.class);

    private final SubjectsOfOpenTasks subjects;
    private final SubjectsQuery query;

    DescribingTasks(SubjectsOfOpenTasks subjects, SubjectsQuery query) {
        this.subjects = subjects;
        this.query = query;
    }

    /** By the keys of the tasks. */
    Map<Long, Description> describe(Collection<UserTaskRecord> tasks) {
        Map<UserTaskRecord, Description> unknown = new HashMap<>();
        tasks.forEach(task -> unknown.put(task, Description.UNKNOWN));
        return describeAnew(unknown);
    }

    /** As {@link #describe}; what they are about is taken from how they were described before. */
    Map<Long, Description> describeAnew(Map<UserTaskRecord, Description> tasks) {
        Map<Long, TaskSubject> noted = new HashMap<>();
        tasks.forEach((task, before) ->
                before.subject().or(() -> subject(task)).ifPresent(subject -> noted.put(task.key(), subject)));
        Map<TaskSubject, Description> described = query.describe(noted.values());
        Map<Long, Description> descriptions = new HashMap<>();
        tasks.keySet()
                .forEach(task -> descriptions.put(
                        task.key(), described.getOrDefault(noted.get(task.key()), Description.UNKNOWN)));
        return descriptions;
    }

    /** What cannot be found out now is asked for again when all tasks are compared. */
    private Optional<TaskSubject> subject(UserTaskRecord task) {
        try {
            return subjects.of(task);
        } catch (RuntimeException notNow) {
            log.warn("What task {} is about is not known yet: {}", task.key(), notNow.getMessage());
            return Optional.empty();
        }
    }
}
