package uk.gov.justice.probation.devolution.termination;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The [set] numbers of terminations (case-termination), all our own; the time of the due list is set at
 * {@link DueList}.
 *
 * @param dueWithin days before its expected end date on which a case comes onto the due list
 * @param overdueAfter working days after its due date on which a termination becomes overdue, and its region is
 *     informed
 * @param reminder working days before it becomes overdue on which those whose task it is are reminded; 0 is not at all
 * @param taskDue working days for a user task
 * @param lookAgainAfter a blocked termination is checked again after this long, if nothing unblocks it before
 * @param extensionRest working days after which a case that went back to court without a new end date is due again
 * @param reopenedRest working days for which the due list leaves a reopened case alone
 */
@Validated
@ConfigurationProperties("devolution.termination")
public record TerminationSettings(
        @DefaultValue("0") @Min(0) int dueWithin,
        @DefaultValue("5") @Min(0) int overdueAfter,
        @DefaultValue("2") @Min(0) int reminder,
        @DefaultValue("5") @Min(0) int taskDue,
        @DefaultValue("P1D") Duration lookAgainAfter,
        @DefaultValue("20") @Min(0) int extensionRest,
        @DefaultValue("10") @Min(0) int reopenedRest) {}
