package uk.gov.justice.probation.devolution.telling;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of telling people by email.
 *
 * @param digestAt from when on the daily emails go out, in UK time (our own)
 * @param undeliveredDue working days to tell somebody whom no email reaches in another way (our own)
 * @param keep how long it is kept which emails were sent (our own)
 * @param sendEvery how often it is looked whether an email is to be sent (our own)
 */
@ConfigurationProperties("devolution.telling")
public record TellingSettings(
        @DefaultValue("07:00") LocalTime digestAt,
        @DefaultValue("2") int undeliveredDue,
        @DefaultValue("P90D") Period keep,
        @DefaultValue("5s") Duration sendEvery) {}
