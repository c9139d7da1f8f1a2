package uk.gov.justice.probation.devolution.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep for how long an answer is repeated for the same key
 * @param abandonedAfter a request without an answer for this long belongs to an application that was stopped, and may be sent again
 */
@ConfigurationProperties("devolution.api.idempotency")
record IdempotencySettings(@DefaultValue("7d") Duration keep, @DefaultValue("15m") Duration abandonedAfter) {}
