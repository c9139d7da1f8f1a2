package uk.gov.justice.probation.devolution.unpaidwork.order;

import jakarta.validation.constraints.Min;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The configurable numbers of unpaid work, in working days unless stated otherwise; 0 means at once.
 *
 * @param firstAppointment how long after allocation the first appointment is held
 * @param taskDue how long a user task without a date of its own may take (our own)
 * @param reminder how long before a task is due its group is reminded; 0 for no reminder (our own)
 * @param learningCheck how long after the instructions it is checked whether the online learning has been started (our
 *     own)
 * @param reviewEvery how often progress is reviewed, counted from the sentence
 * @param reviewDue how long a progress review may take (our own)
 * @param courtDue how long after month 12 the application to the court is due (our own)
 * @param planAhead in days: projects that open later than this are not proposed (our own)
 * @param outcomeLate how long after a session those waiting for its outcome are reminded (our own)
 * @param evidence how long a failure without an explanation is held for evidence
 * @param warningReply in days: how long a person has to reply to a warning letter
 * @param breachPack how long until the breach pack is due
 */
@Validated
@ConfigurationProperties("devolution.unpaidwork")
public record UnpaidWorkSettings(
        @DefaultValue("7") @Min(0) int firstAppointment,
        @DefaultValue("5") @Min(0) int taskDue,
        @DefaultValue("2") @Min(0) int reminder,
        @DefaultValue("10") @Min(0) int learningCheck,
        @DefaultValue("P3M") Period reviewEvery,
        @DefaultValue("10") @Min(0) int reviewDue,
        @DefaultValue("10") @Min(0) int courtDue,
        @DefaultValue("28") @Min(1) int planAhead,
        @DefaultValue("2") @Min(0) int outcomeLate,
        @DefaultValue("5") @Min(0) int evidence,
        @DefaultValue("7") @Min(0) int warningReply,
        @DefaultValue("10") @Min(0) int breachPack) {
    public UnpaidWorkSettings {
        if (reviewEvery.isZero() || reviewEvery.isNegative())
            throw new IllegalArgumentException(
                    "devolution.unpaidwork.review-every must be longer than nothing, for example P3M");
    }
}
