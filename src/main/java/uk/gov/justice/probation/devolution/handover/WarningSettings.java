package uk.gov.justice.probation.devolution.handover;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the programme board warns of a handover, in working days: how long before its due date it is due soon, and how
 * long each gate takes at least, from the day on which somebody begins with it. So long it is also expected to take
 * until enough handovers have shown how long it usually does ({@link UsualDurations}).
 */
@Validated
@ConfigurationProperties("devolution.warning")
public record WarningSettings(
        @DefaultValue("10") @Min(0) int dueSoon,
        @DefaultValue("2") @Min(0) int briefing,
        @DefaultValue("3") @Min(0) int eqip,
        @DefaultValue("20") @Min(0) int recruitment,
        @DefaultValue("10") @Min(0) int vetting,
        @DefaultValue("5") @Min(0) int trainingOasys,
        @DefaultValue("20") @Min(0) int consultation) {

    int leastFor(Gate gate) {
        return switch (gate) {
            case BRIEFING -> briefing;
            case EQIP -> eqip;
            case RECRUITMENT -> recruitment;
            case VETTING -> vetting;
            case TRAINING_OASYS -> trainingOasys;
            case CONSULTATION -> consultation;
        };
    }
}
