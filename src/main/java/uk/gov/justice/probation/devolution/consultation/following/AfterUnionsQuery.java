package uk.gov.justice.probation.devolution.consultation.following;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Consultations;

/** What became of what the unions said: the director's answer, and the decision in the end. */
@Component
public class AfterUnionsQuery {
    private static final String RESPONDED = "UNIONS_RESPONDED_TO";
    private static final String CONFIRMED = "OUTCOME_CONFIRM";

    /** Null as far as it has not happened. */
    public record Afterwards(String response, LocalDate respondedOn, LocalDate confirmedOn) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Deadlines deadlines;

    AfterUnionsQuery(JdbcClient jdbc, AuditTrail audit, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.deadlines = deadlines;
    }

    public Afterwards of(long consultationId) {
        Map<String, Instant> done =
                audit.firstTimes(Consultations.subject(consultationId), List.of(RESPONDED, CONFIRMED));
        return jdbc.sql("SELECT response FROM consultation WHERE id = ?")
                .param(consultationId)
                .query((row, n) -> new Afterwards(
                        row.getString(1), deadlines.day(done.get(RESPONDED)), deadlines.day(done.get(CONFIRMED))))
                .single();
    }
}
