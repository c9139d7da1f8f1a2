package uk.gov.justice.probation.devolution.consultation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The configurable numbers of the staff consultation, in working days unless stated otherwise.
 *
 * @param agreedPeriod how long the unions are consulted if the law requires no longer
 * @param unionReminder how long before the closing date unions that have not answered are reminded
 * @param stillTaken how long after the closing date feedback in Tasklist is still accepted, so that what is sent at the
 *     last moment is not lost (our own)
 * @param oneToOneDue how long after the opening of the individual stage each person's one-to-one is due
 * @param oneToOneReminder how long before that its reminder is sent
 * @param returnAllowance how long somebody who was absent has after their return for their own steps (our own)
 * @param taskDue how long a user task without a date of its own may take
 * @param keepDrafts how long after its last change a prepared launch is kept (our own)
 * @param eventsWithin how long after scheduling the events end, ignoring their dates; for trials, otherwise unset
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
        @DefaultValue("30d") Duration keepDrafts,
        Duration eventsWithin) {}
