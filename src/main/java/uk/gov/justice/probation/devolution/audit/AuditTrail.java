package uk.gov.justice.probation.devolution.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Who decided what, based on which facts: append-only, enforced by the database itself. Entries are written in the
 * transaction of what they record. Facts hold references, counts, dates and decisions; for a person on probation only
 * the CRN.
 */
@Service
public class AuditTrail {

    /** An entry as stored; {@code subject} is e.g. {@code handover/12} or {@code case/X000001}. */
    public record Entry(Instant at, String actor, String action, String subject, String regionCode, String facts) {}

    /** What is recorded; as in {@link #record}. */
    public record Line(String actor, String action, String subject, String regionCode, Map<String, ?> facts) {}

    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_SUBJECT = 80;
    private static final int LONGEST_KEY = 120;
    private static final int MOST_FACTS = 4000;

    private final AuditEntryRepository entries;
    private final AuditBatch batch;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(AuditEntryRepository entries, AuditBatch batch, ObjectMapper json, Clock clock) {
        this.entries = entries;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String action, String subject, String regionCode, Map<String, ?> facts) {
        entries.append(new AuditEntry(Utc.of(clock.instant()), actor, action, subject, regionCode, write(facts)));
    }

    /** Like {@link #record}, for what was done to many at once, in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Line> lines) {
        batch.append(
                Utc.of(clock.instant()),
                lines.stream()
                        .map(line -> new AuditBatch.Row(
                                line.actor(), line.action(), line.subject(), line.regionCode(), write(line.facts())))
                        .toList());
    }

    /** Like {@link #record}, but writes no second entry with the same key, for what may be delivered twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOnce(
            String dedupKey, String actor, String action, String subject, String regionCode, Map<String, ?> facts) {
        // INSERT IGNORE would silently truncate what is too long
        String written = whole("facts", write(facts), MOST_FACTS);
        entries.recordOnce(
                whole("key", dedupKey, LONGEST_KEY),
                Utc.of(clock.instant()),
                whole("actor", actor, LONGEST_ACTOR),
                action,
                whole("subject", subject, LONGEST_SUBJECT),
                regionCode,
                written);
    }

    /** Whether an entry with this key exists, e.g. of an answer that is delivered again. */
    @Transactional(readOnly = true)
    public boolean isRecorded(String dedupKey) {
        return entries.existsByDedupKey(dedupKey);
    }

    @Transactional(readOnly = true)
    public List<Entry> about(String subject) {
        return entries.about(subject).stream()
                .map(row -> new Entry(
                        row.at().toInstant(ZoneOffset.UTC),
                        row.actor(),
                        row.action(),
                        row.subject(),
                        row.regionCode(),
                        row.facts()))
                .toList();
    }

    /** When each of these was first done to the subject; what was never done is left out. */
    @Transactional(readOnly = true)
    public Map<String, Instant> firstTimes(String subject, Collection<String> actions) {
        return entries.done(subject, actions).stream()
                .collect(Collectors.toMap(
                        AuditEntryRepository.Done::action,
                        done -> done.at().toInstant(ZoneOffset.UTC),
                        (first, again) -> first));
    }

    private static String whole(String what, String text, int most) {
        if (text.codePointCount(0, text.length()) > most)
            throw new IllegalArgumentException(
                    "The %s of an audit entry has more than %d characters".formatted(what, most));
        return text;
    }

    private String write(Map<String, ?> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Audit facts that cannot be written as JSON: " + facts.keySet(), e);
        }
    }
}
