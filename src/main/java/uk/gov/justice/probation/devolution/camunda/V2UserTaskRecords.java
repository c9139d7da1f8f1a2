package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks the search API that an orchestration cluster has from 8.8 on. It says when a task began and when it ended, and a
 * position is such a moment; when somebody claimed it, it does not say: that is seen when all open tasks are compared.
 */
@Component
@Profile("!local")
class V2UserTaskRecords implements UserTaskRecords {
    /** So long after it happened it may come to be found. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(10);

    private static final int PAGE = 1000;
    private static final String NOBODY = "";
    private static final int USUAL_PRIORITY = 50;
    private static final Set<UserTaskState> ENDED = EnumSet.of(UserTaskState.COMPLETED, UserTaskState.CANCELED);
    private static final List<UserTaskState> OPEN = List.of(
            UserTaskState.CREATED,
            UserTaskState.ASSIGNING,
            UserTaskState.UPDATING,
            UserTaskState.COMPLETING,
            UserTaskState.CANCELING);

    private final CamundaClient camunda;
    private final Clock clock;

    V2UserTaskRecords(CamundaClient camunda, Clock clock) {
        this.camunda = camunda;
        this.clock = clock;
    }

    @Override
    public Changes since(long position) {
        Instant now = clock.instant();
        List<UserTaskRecord> tasks = new ArrayList<>();
        if (position == BEGINNING) {
            tasks.addAll(found(V2UserTaskRecords::open));
        } else {
            OffsetDateTime from =
                    Instant.ofEpochMilli(position).minus(FOUND_WITHIN).atOffset(ZoneOffset.UTC);
            tasks.addAll(found(filter -> filter.creationDate(date -> date.gte(from))));
            tasks.addAll(found(filter -> filter.completionDate(date -> date.gte(from))));
        }
        return new Changes(tasks, now.toEpochMilli(), false, now);
    }

    @Override
    public Map<Long, String> open() {
        Map<Long, String> open = new TreeMap<>();
        found(V2UserTaskRecords::open)
                .forEach(task -> open.put(task.key(), Objects.requireNonNullElse(task.assignee(), NOBODY)));
        return open;
    }

    @Override
    public List<UserTaskRecord> latest(Collection<Long> keys) {
        return keys.stream()
                .flatMap(key -> found(filter -> filter.userTaskKey(key)).stream())
                .toList();
    }

    private static void open(UserTaskFilter filter) {
        filter.state(state -> state.in(OPEN));
    }

    private List<UserTaskRecord> found(Consumer<UserTaskFilter> which) {
        long position = clock.instant().toEpochMilli();
        List<UserTaskRecord> found = new ArrayList<>();
        String after = null;
        SearchResponse<UserTask> answer;
        do {
            String cursor = after;
            answer = camunda.newUserTaskSearchRequest()
                    .filter(which)
                    .sort(sort -> sort.creationDate().asc())
                    .page(page -> {
                        page.limit(PAGE);
                        if (cursor != null) page.after(cursor);
                    })
                    .send()
                    .join();
            answer.items().forEach(task -> found.add(record(task, position)));
            after = answer.page().endCursor();
        } while (answer.items().size() == PAGE);
        return found;
    }

    private static UserTaskRecord record(UserTask task, long position) {
        return new UserTaskRecord(
                task.getUserTaskKey(),
                task.getElementInstanceKey(),
                task.getProcessInstanceKey(),
                task.getBpmnProcessId(),
                task.getElementId(),
                task.getAssignee(),
                Objects.requireNonNullElse(task.getCandidateGroups(), List.of()),
                Objects.requireNonNullElse(task.getCandidateUsers(), List.of()),
                Objects.requireNonNullElse(task.getPriority(), USUAL_PRIORITY),
                task.getCreationDate().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                !ENDED.contains(task.getState()),
                position);
    }
}
