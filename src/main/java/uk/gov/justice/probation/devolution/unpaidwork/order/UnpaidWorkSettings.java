package uk.gov.justice.probation.devolution.unpaidwork.order;

import jakarta.validation.constraints.Min;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The [set] numbers of unpaid work (upw-placement), in working days unless named otherwise; 0 is at once.
 *
 * @param firstAppointment the first appointment is held this long after allocation
 * @param taskDue a user task without a date of its own is due after this long (our own)
 * @param reminder those whose task is due are reminded this long before it; 0 is not at all (our own)
 * @param learningCheck whether the online learning has been taken up is checked this long after the instructions (our
 *     own)
 * @param reviewEvery progress is reviewed this often from the sentence on
 * @param reviewDue a progress review is due after this long (our own)
 * @param courtDue the application to the court is due this long after month 12 (our own)
 * @param planAhead days: a project that opens later than this is not proposed (our own)
 * @param outcomeLate those who wait for the outcome of a session are reminded this long after it (our own)
 * @param evidence a failure without an explanation is held for evidence this long
 * @param warningReply days: a warning letter is answered within this long
 * @param breachPack the breach pack is due after this long
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
