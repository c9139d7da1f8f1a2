package uk.gov.justice.probation.devolution.confidential;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.confidential.ErasingBatch.Due;

/**
 * Erases confidential records whose time is over, once a day and soon after each start. The erasure is audited for each
 * person.
 */
@Component
public class ErasingRecords {
    private final ErasingBatch records;
    private final AuditTrail audit;
    private final Clock clock;

    ErasingRecords(ErasingBatch records, AuditTrail audit, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
    @Transactional
    public void eraseWhatIsDue() {
        LocalDate today = LocalDate.now(clock);
        List<Due> due = records.hold(today);
        records.erase(today);
        due.forEach(person -> audit.record(
                "system",
                "CONFIDENTIAL_ERASED",
                "staff/" + person.staffNumber(),
                person.regionCode(),
                Map.of("records", person.records())));
    }
}
