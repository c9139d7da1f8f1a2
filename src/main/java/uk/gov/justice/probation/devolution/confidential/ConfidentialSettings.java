package uk.gov.justice.probation.devolution.confidential;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How confidential records are encrypted, and how long they are kept.
 *
 * @param keys the keys by id, each 32 random bytes in Base64; a key stays here until nothing encrypted with it is left
 * @param currentKey the id of the key used for new records
 * @param keepAfterClose how long records are kept after what they are about has closed (our own)
 */
@ConfigurationProperties("devolution.confidential")
public record ConfidentialSettings(
        Map<String, String> keys,
        String currentKey,
        @DefaultValue("P12M") Period keepAfterClose) {

    public ConfidentialSettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
    }

    /** Leaves out the keys, because settings end up in logs. */
    @Override
    public String toString() {
        return "ConfidentialSettings[keys=%s, currentKey=%s, keepAfterClose=%s]"
                .formatted(keys.keySet(), currentKey, keepAfterClose);
    }
}
