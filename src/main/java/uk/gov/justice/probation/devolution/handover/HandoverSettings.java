package uk.gov.justice.probation.devolution.handover;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The [set] numbers of the handover processes, all in working days unless named otherwise.
 *
 * @param reminderBefore reminder this long before the planned date
 * @param readinessBefore readiness is assessed this long before the planned date at the latest
 * @param gatesAtLeast the gates stay open at least this long, however near the planned date is
 * @param chaseVettingEvery an officer's vetting is chased this often
 * @param hypercare time between signing and the review
 * @param taskDue a user task without a date of its own is due after this long
 * @param batchSize case-services moved in one transaction
 */
@Validated
@ConfigurationProperties("devolution.handover")
public record HandoverSettings(
        @DefaultValue("20") @Min(0) int reminderBefore,
        @DefaultValue("5") @Min(0) int readinessBefore,
        @DefaultValue("5") @Min(0) int gatesAtLeast,
        @DefaultValue("10") @Min(0) int chaseVettingEvery,
        @DefaultValue("10") @Min(0) int hypercare,
        @DefaultValue("5") @Min(0) int taskDue,
        @DefaultValue("1000") @Min(1) int batchSize) {}
