package uk.gov.justice.probation.devolution.consultation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The [set] numbers of the staff consultation, in working days unless named otherwise.
 *
 * @param agreedPeriod how long the unions are consulted if the law asks for nothing longer (staff-consultation, step 1)
 * @param unionReminder unions that have not answered are reminded this long before the closing date
 * @param stillTaken feedback in Tasklist is still taken this long after the closing date has ended: otherwise whatever
 *     is sent at that moment would be lost (our own setting)
 * @param oneToOneDue every person's one-to-one is due this long after the individual stage was opened
 * @param oneToOneReminder its reminder comes this long before it is due
 * @param returnAllowance somebody absent has this long after their return for their own steps (our own setting)
 * @param taskDue a user task without a date of its own is due after this long
 * @param eventsWithin the events end this long after they were scheduled, whatever their dates: for trials; unset,
 *     their dates hold
 */
@Validated
@ConfigurationProperties("devolution.consultation")
public record ConsultationSettings(
        @DefaultValue("P30D") Period agreedPeriod,
        @DefaultValue("5") @Min(0) int unionReminder,
        @DefaultValue("10m") Duration stillTaken,
        @DefaultValue("15") @Min(0) int oneToOneDue,
        @DefaultValue("5") @Min(0) int oneToOneReminder,
        @DefaultValue("10") @Min(0) int returnAllowance,
        @DefaultValue("5") @Min(0) int taskDue,
        Duration eventsWithin) {}
