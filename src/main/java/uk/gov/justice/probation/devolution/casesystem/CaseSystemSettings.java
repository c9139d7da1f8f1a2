package uk.gov.justice.probation.devolution.casesystem;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Where the case system hears of what moved.
 *
 * @param url where each event is sent by POST; if empty, events wait until it is set
 * @param key the key with which each request is signed, shared with the case system
 * @param patience how long to wait for an answer
 * @param pause how long to wait after the first failure; twice as long after each further one
 * @param longestPause the longest such wait
 * @param tellAfter after how many failures of one event the PSC Service Owner is told
 */
@ConfigurationProperties("devolution.case-system")
public record CaseSystemSettings(
        URI url,
        String key,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1m") Duration pause,
        @DefaultValue("6h") Duration longestPause,
        @DefaultValue("8") int tellAfter) {
    private static final int SHORTEST_KEY = 32;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * What is set is checked when the application starts, which then says what to change.
     *
     * @throws InvalidConfigurationPropertyValueException if events could be read or forged on their way
     */
    void mustBeSafe() {
        if (!configured()) return;
        if (!"https".equals(url.getScheme()) && !THIS_MACHINE.contains(String.valueOf(url.getHost())))
            throw new InvalidConfigurationPropertyValueException(
                    "devolution.case-system.url",
                    url,
                    "Events about cases are sent by https only, except on this machine.");
        if (key == null || key.length() < SHORTEST_KEY)
            throw new InvalidConfigurationPropertyValueException(
                    "devolution.case-system.key",
                    "(not shown)",
                    "It must have at least %d characters, because devolution.case-system.url is set. Tell the case system the same key."
                            .formatted(SHORTEST_KEY));
    }

    boolean configured() {
        return url != null && StringUtils.hasText(url.toString());
    }

    /** @param attempts how often it was tried in vain, at least once */
    Duration pauseAfter(int attempts) {
        Duration pause = this.pause;
        for (int n = 1; n < attempts && pause.compareTo(longestPause) < 0; n++) pause = pause.multipliedBy(2);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** Leaves out the key, because settings end up in logs. */
    @Override
    public String toString() {
        return "CaseSystemSettings[url=%s, patience=%s]".formatted(url, patience);
    }
}
