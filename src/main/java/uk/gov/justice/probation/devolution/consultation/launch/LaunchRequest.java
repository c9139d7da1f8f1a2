package uk.gov.justice.probation.devolution.consultation.launch;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.Codes;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** A launch entered in Tasklist's start form, and the decision of HR of the region given there. */
@Entity
@Table(name = "consultation_request")
class LaunchRequest extends KeyedAggregate<Long> {

    enum Decision {
        CONFIRM("CONFIRMED"),
        WITHDRAW("WITHDRAWN");

        private final String done;

        Decision(String done) {
            this.done = done;
        }

        /** The action recorded in the audit. */
        String done() {
            return done;
        }

        private static Decision of(String answer) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(answer))
                    .findFirst()
                    .orElseThrow(() -> new BreaksRules("Choose whether to launch or withdraw the consultation."));
        }
    }

    @Id
    private Long processInstanceKey;

    private String regionCode;
    private String unitCode;

    @Convert(converter = Codes.class)
    private List<String> grades;

    private String objective;
    private int maxChoices;
    private int mobilityLimit;
    private LocalDate preferencesCloseOn;
    private LocalDateTime receivedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Decision decision;

    private String decidedBy;

    @Version
    private int version;

    protected LaunchRequest() {}

    LaunchRequest(long processInstanceKey, Launch launch, Instant receivedAt) {
        this.processInstanceKey = processInstanceKey;
        this.regionCode = launch.regionCode();
        this.unitCode = launch.unitCode();
        this.grades = launch.grades();
        this.objective = launch.objective();
        this.maxChoices = launch.maxChoices();
        this.mobilityLimit = launch.mobilityLimit();
        this.preferencesCloseOn = launch.preferencesCloseOn();
        this.receivedAt = Utc.of(receivedAt);
    }

    /**
     * @param answer CONFIRM or WITHDRAW
     * @throws BreaksRules if it is neither
     */
    Decision decide(String answer, String by) {
        decision = Decision.of(answer);
        decidedBy = by;
        return decision;
    }

    boolean isDecided() {
        return decision != null;
    }

    boolean isConfirmed() {
        return decision == Decision.CONFIRM;
    }

    Launch launch() {
        return new Launch(regionCode, unitCode, grades, objective, maxChoices, mobilityLimit, preferencesCloseOn);
    }

    String regionCode() {
        return regionCode;
    }

    String decidedBy() {
        return decidedBy;
    }

    @Override
    public Long getId() {
        return processInstanceKey;
    }
}
