package uk.gov.justice.probation.devolution.security.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a sign-in may fail, counted separately by each replica.
 *
 * @param failuresByName with one user name
 * @param failuresByAddress from one address, whatever the names
 * @param within the period after which all of them are allowed again
 */
@ConfigurationProperties("devolution.security.throttle")
record ThrottleSettings(
        @DefaultValue("10") int failuresByName,
        @DefaultValue("100") int failuresByAddress,
        @DefaultValue("PT5M") Duration within) {

    String inWords() {
        long minutes = Math.ceilDiv(within.toSeconds(), 60);
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
