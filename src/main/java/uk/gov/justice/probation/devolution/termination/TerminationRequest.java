package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * A termination requested in a start form of Tasklist, with a case administrator's answer. Each process instance has
 * exactly one.
 */
@Entity
class TerminationRequest extends Aggregate {

    /** The possible answers. */
    enum Answer {
        START("CONFIRMED"),
        WITHDRAW("WITHDRAWN");

        private final String done;

        Answer(String done) {
            this.done = done;
        }

        /** The action recorded in the audit. */
        String done() {
            return done;
        }

        /** @throws BreaksRules if it is neither */
        static Answer of(String given) {
            return switch (String.valueOf(given)) {
                case "START" -> START;
                case "WITHDRAW" -> WITHDRAW;
                default -> throw new BreaksRules("Choose whether to start or withdraw it.");
            };
        }
    }

    @Id
    private Long processInstanceKey;

    private String crn;
    private int eventNumber;
    private String regionCode;

    @Formula("(SELECT r.name FROM region r WHERE r.code = region_code)")
    private String regionName;

    private LocalDateTime askedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Answer answer;

    private String answeredBy;
    private LocalDateTime answeredAt;

    protected TerminationRequest() {}

    /** @return false if it was answered before, in which case the first answer stays */
    boolean answer(Answer given, String by, Instant at) {
        if (answer != null) return false;
        answer = given;
        answeredBy = by;
        answeredAt = Utc.of(at);
        return true;
    }

    /**
     * Who confirmed that it should start.
     *
     * @throws CannotSucceedException if nobody did
     */
    String confirmedBy() {
        if (answer == Answer.START) return answeredBy;
        throw new CannotSucceedException(
                "Nobody has confirmed that this termination is to be started. It must not go on: cancel the process.");
    }

    String crn() {
        return crn;
    }

    int eventNumber() {
        return eventNumber;
    }

    String regionCode() {
        return regionCode;
    }

    String regionName() {
        return regionName;
    }
}
