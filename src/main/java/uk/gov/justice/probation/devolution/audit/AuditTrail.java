package uk.gov.justice.probation.devolution.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Who decided what, on which facts: append-only, held so by the database itself. Entries are written in the transaction of what they record. Facts hold references,
 * counts, dates and decisions; of a person on probation the CRN only.
 */
@Service
public class AuditTrail {

  /** An entry as it stands; {@code subject} is e.g. {@code handover/12} or {@code case/X000001}. */
  public record Entry(Instant at, String actor, String action, String subject, String regionCode, String facts) {}

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String actor, String action, String subject, String regionCode, Map<String, ?> facts) {
    recordOnce(null, actor, action, subject, regionCode, facts);
  }

  /** As {@link #record}, but a second entry with the same key is not written: for what may be delivered twice. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordOnce(String dedupKey, String actor, String action, String subject, String regionCode, Map<String, ?> facts) {
    // looked up by itself: a lookup inside the INSERT locks the gap between keys, and writers beside each other deadlock
    if (dedupKey != null && isRecorded(dedupKey)) return;
    jdbc.sql("""
            INSERT INTO audit_entry (at, actor, action, subject, region_code, facts, dedup_key)
            VALUES (:at, :actor, :action, :subject, :region, :facts, :key)
            """)
        .param("at", Utc.of(clock.instant()))
        .param("actor", actor)
        .param("action", action)
        .param("subject", subject)
        .param("region", regionCode)
        .param("facts", write(facts))
        .param("key", dedupKey)
        .update();
  }

  /** Whether what has this key was recorded, e.g. by an answer that is delivered again. */
  public boolean isRecorded(String dedupKey) {
    return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE dedup_key = ?").param(dedupKey).query(Integer.class).single() > 0;
  }

  public List<Entry> about(String subject) {
    return jdbc.sql("SELECT at, actor, action, subject, region_code, facts FROM audit_entry WHERE subject = ? ORDER BY id")
        .param(subject)
        .query((row, n) -> new Entry(
            Utc.instant(row, "at"), row.getString("actor"), row.getString("action"),
            row.getString("subject"), row.getString("region_code"), row.getString("facts")))
        .list();
  }

  private String write(Map<String, ?> facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Audit facts that cannot be written as JSON: " + facts.keySet(), e);
    }
  }
}
