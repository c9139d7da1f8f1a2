package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.IncidentRecord;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.work.IncidentCause.Found;

/** Keeps the incidents that nobody has resolved, many at a time. */
@Component
class IncidentBatch {
    private static final String OTHER = "other";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TaskModels models;

    IncidentBatch(JdbcClient jdbc, JdbcTemplate batches, TaskModels models) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.models = models;
    }

    /** Those that are kept, each with whether it is known what it is about. */
    Map<Long, Boolean> kept() {
        Map<Long, Boolean> kept = new HashMap<>();
        jdbc.sql("SELECT incident_key, about IS NOT NULL FROM standing_incident")
                .query(row -> {
                    kept.put(row.getLong(1), row.getBoolean(2));
                });
        return kept;
    }

    /** Adds them, or says anew what they are about. */
    void keep(Collection<IncidentRecord> incidents, Map<Long, Description> descriptions) {
        List<Object[]> rows = incidents.stream()
                .map(incident -> row(incident, descriptions.getOrDefault(incident.key(), Description.UNKNOWN)))
                .toList();
        batches.batchUpdate("""
            REPLACE INTO standing_incident (incident_key, process_instance_key, process_id, element_id, family, cause, what, since, about, region_code, crn, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, rows);
    }

    void resolved(Collection<Long> keys) {
        if (keys.isEmpty()) return;
        jdbc.sql("DELETE FROM standing_incident WHERE incident_key IN (:keys)")
                .param("keys", keys)
                .update();
    }

    void known(Instant until) {
        batches.update("REPLACE INTO standing_incident_reading (id, known_until) VALUES (1, ?)", Utc.of(until));
    }

    private Object[] row(IncidentRecord incident, Description description) {
        Found found = IncidentCause.of(incident.kind(), incident.message());
        return new Object[] {
            incident.key(),
            incident.processInstanceKey(),
            incident.processId(),
            incident.elementId(),
            models.familyOf(incident.processId()).orElse(OTHER),
            found.cause().name(),
            found.what(),
            Utc.of(incident.since()),
            description.about(),
            description.regionCode(),
            description.crn(),
            description.words()
        };
    }
}
