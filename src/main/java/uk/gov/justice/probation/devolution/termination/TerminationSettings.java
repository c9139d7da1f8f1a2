package uk.gov.justice.probation.devolution.termination;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The configurable numbers of terminations. All of them are our own choice. The time of the due list is configured at
 * {@link StartingDueTerminations}.
 *
 * @param dueWithin days before its expected end date on which a case enters the due list
 * @param overdueAfter working days after its due date on which a termination becomes overdue and its region is informed
 * @param reminder working days before that on which the groups responsible for the open task are reminded; 0 for no
 *     reminder
 * @param taskDue working days allowed for a user task
 * @param lookAgainAfter how long until a blocked termination is checked again, if nothing unblocks it earlier
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
