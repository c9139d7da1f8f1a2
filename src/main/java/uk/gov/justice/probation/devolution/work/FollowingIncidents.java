package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.IncidentRecord;
import uk.gov.justice.probation.devolution.camunda.IncidentRecords;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;

/**
 * Keeps the incidents that nobody has resolved as the engine's records have them. They are few, so that all of them are
 * read each time.
 */
@Service
public class FollowingIncidents {
    private static final Logger log = LoggerFactory.getLogger(FollowingIncidents.class);
    /** So often it is asked again what those are about of which it was not known. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);

    private final IncidentRecords records;
    private final IncidentBatch kept;
    private final SubjectsOfOpenTasks subjects;
    private final SubjectsQuery query;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile Instant asked = Instant.EPOCH;

    FollowingIncidents(
            IncidentRecords records,
            IncidentBatch kept,
            SubjectsOfOpenTasks subjects,
            SubjectsQuery query,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.kept = kept;
        this.subjects = subjects;
        this.query = query;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Takes over what stands now. What another replica has added meanwhile stays. */
    public void look() {
        Map<Long, Boolean> before = kept.kept();
        Instant now = clock.instant();
        List<IncidentRecord> standing = records.standing();
        Set<Long> resolved = new HashSet<>(before.keySet());
        standing.forEach(incident -> resolved.remove(incident.key()));
        boolean askAgain = Duration.between(asked, now).compareTo(ASKED_AGAIN) >= 0;
        List<IncidentRecord> added = standing.stream()
                .filter(incident -> !before.containsKey(incident.key()) || askAgain && !before.get(incident.key()))
                .toList();
        Map<Long, Description> descriptions = describe(added);
        transactions.executeWithoutResult(transaction -> {
            kept.resolved(resolved);
            kept.keep(added, descriptions);
            kept.known(now);
        });
        if (askAgain) asked = now;
    }

    private Map<Long, Description> describe(Collection<IncidentRecord> incidents) {
        Map<Long, TaskSubject> noted = new HashMap<>();
        incidents.forEach(incident -> subject(incident).ifPresent(subject -> noted.put(incident.key(), subject)));
        Map<TaskSubject, Description> described = query.describe(noted.values());
        return noted.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> described.get(each.getValue())));
    }

    private Optional<TaskSubject> subject(IncidentRecord incident) {
        try {
            return subjects.of(incident.processInstanceKey(), incident.elementInstanceKey());
        } catch (RuntimeException notNow) {
            log.warn("What incident {} is about is not known yet: {}", incident.key(), notNow.getMessage());
            return Optional.empty();
        }
    }
}
