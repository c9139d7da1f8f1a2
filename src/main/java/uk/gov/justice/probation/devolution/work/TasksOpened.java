package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;

/** Tasks were found open for the first time. Published in the transaction in which they are kept, once for each. */
public record TasksOpened(List<Opened> tasks) {

    /**
     * A task that opened.
     *
     * @param about its subject, e.g. {@code handover/12}; null if it is not known
     * @param dueAt null if it is due at no time
     * @param offeredTo the groups and colleagues who are asked
     */
    public record Opened(
            long processInstanceKey,
            String processId,
            String elementId,
            String about,
            Instant createdAt,
            Instant dueAt,
            Set<Holder> offeredTo) {

        static Opened of(UserTaskRecord task, Description description) {
            return new Opened(
                    task.processInstanceKey(),
                    task.processId(),
                    task.elementId(),
                    description.about(),
                    task.createdAt(),
                    task.dueAt(),
                    Stream.concat(
                                    task.groups().stream().map(Holder::group),
                                    task.users().stream().map(Holder::user))
                            .filter(Holder::canBeSomebody)
                            .collect(Collectors.toSet()));
        }
    }
}
