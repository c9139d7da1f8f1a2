package uk.gov.justice.probation.devolution;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * A setting given under its former name would be ignored and its default would apply. Therefore the application stops
 * before anything is started and says which name to use.
 */
class RenamedSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final String OURS = "devolution.";
    private static final Map<String, String> RENAMED = Map.of("placement", "unpaidwork");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        mustBeNone(event.getEnvironment());
    }

    static void mustBeNone(Environment settings) {
        List<String> given = RENAMED.entrySet().stream()
                .flatMap(names -> Binder.get(settings)
                        .bind(OURS + names.getKey(), Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of())
                        .keySet()
                        .stream()
                        .sorted()
                        .map(setting -> OURS
                                + "%s.%s is ".formatted(names.getKey(), setting)
                                + OURS
                                + "%s.%s now".formatted(names.getValue(), setting)))
                .toList();
        if (!given.isEmpty())
            throw new IllegalStateException(
                    "Settings have another name in this release: %s. Rename them and start again"
                            .formatted(String.join(", ", given)));
    }

    /** After the configuration is read, before the local stack starts. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }
}
