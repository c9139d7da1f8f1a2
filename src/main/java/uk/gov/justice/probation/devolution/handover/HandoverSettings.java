package uk.gov.justice.probation.devolution.handover;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The configurable numbers of the handover processes, in working days unless stated otherwise.
 *
 * @param reminderBefore how long before the planned date to remind
 * @param readinessBefore how long before the planned date readiness is assessed at the latest
 * @param gatesAtLeast how long the gates stay open at least, however near the planned date is
 * @param chaseVettingEvery how often an officer's vetting is chased
 * @param hypercare time between signing and the review
 * @param taskDue how long a user task without a date of its own may take
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
