package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Incidents as they are kept, for tests. */
public final class SomeIncidents {
    private final JdbcClient jdbc;
    private long next = 5001;

    public SomeIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its key; that of its process is one thousand higher */
    public long standing(
            IncidentCause cause, String what, String family, String region, String about, String crn, Instant since) {
        long key = next++;
        jdbc.sql("""
            INSERT INTO standing_incident (incident_key, process_instance_key, process_id, element_id, family, cause, what, since, about, region_code, crn, words)
            VALUES (?, ?, 'process', 'Task', ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(Arrays.asList(
                        key,
                        key + 1000,
                        family,
                        cause.name(),
                        what,
                        Utc.of(since),
                        about,
                        region,
                        crn,
                        "Words of " + about))
                .update();
        return key;
    }

    public void knownUntil(Instant moment) {
        jdbc.sql("REPLACE INTO standing_incident_reading (id, known_until) VALUES (1, ?)")
                .param(Utc.of(moment))
                .update();
    }
}
