package uk.gov.justice.probation.devolution.confidential;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is confidential is sealed, and for how long it is kept.
 *
 * @param keys the keys by their id: 32 random bytes in Base64 each. A key stays here until nothing sealed with it is
 *     left
 * @param currentKey the id of the key that seals from now on
 * @param keepAfterClose how long records are kept once what they are about has closed (our own setting)
 */
@ConfigurationProperties("devolution.confidential")
public record ConfidentialSettings(
        Map<String, String> keys,
        String currentKey,
        @DefaultValue("P12M") Period keepAfterClose) {

    public ConfidentialSettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
    }

    /** Without the keys: settings end up in logs. */
    @Override
    public String toString() {
        return "ConfidentialSettings[keys=%s, currentKey=%s, keepAfterClose=%s]"
                .formatted(keys.keySet(), currentKey, keepAfterClose);
    }
}
