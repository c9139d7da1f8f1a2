package uk.gov.justice.probation.devolution.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long the same key gets the same answer
 * @param lease how long a request without an answer holds its key unless the application renews it, which it does every
 *     five seconds while it works
 */
@ConfigurationProperties("devolution.api.idempotency")
record IdempotencySettings(
        @DefaultValue("7d") Duration keep,
        @DefaultValue("20s") Duration lease) {}
