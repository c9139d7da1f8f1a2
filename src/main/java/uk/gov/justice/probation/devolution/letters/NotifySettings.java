package uk.gov.justice.probation.devolution.letters;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The settings of GOV.UK Notify; docker/README.md says what its templates must contain.
 *
 * @param apiKey a key of the service at Notify; if empty, letters go to the local mailbox
 * @param templates the ids of Notify's email templates, by {@code outcome}, {@code appeal-outcome} and {@code welcome}
 *     for letters, {@code task}, {@code message} and {@code digest} for short emails
 * @param replyTo the id at Notify of the reply address; the service's own if empty
 */
@ConfigurationProperties("devolution.notify")
public record NotifySettings(
        String apiKey,
        Map<String, String> templates,
        String replyTo,

        @DefaultValue("https://api.notifications.service.gov.uk")
        String baseUrl) {

    public NotifySettings {
        templates = templates == null
                ? Map.of()
                : templates.entrySet().stream()
                        .collect(Collectors.toMap(id -> withoutHyphens(id.getKey()), Map.Entry::getValue));
    }

    boolean configured() {
        return StringUtils.hasText(apiKey);
    }

    /** @throws IllegalStateException if its id is not set */
    String idOf(String template) {
        String id = templates.get(withoutHyphens(template));
        if (!StringUtils.hasText(id)) {
            throw new IllegalStateException(
                    "devolution.notify.api-key is set, but devolution.notify.templates.%s is not: set it to the id of the template at GOV.UK Notify"
                            .formatted(template));
        }
        return id;
    }

    /** An environment variable cannot have hyphens. */
    private static String withoutHyphens(String name) {
        return name.replace("-", "");
    }

    /** Leaves out the key, because settings end up in logs. */
    @Override
    public String toString() {
        return "NotifySettings[templates=%s, replyTo=%s, baseUrl=%s]".formatted(templates, replyTo, baseUrl);
    }
}
