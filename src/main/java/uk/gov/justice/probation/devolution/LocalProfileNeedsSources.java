package uk.gov.justice.probation.devolution;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * The jar contains nothing of the local profile, which is the default when running from the sources. Explains that in
 * one sentence.
 */
class LocalProfileNeedsSources implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    static final String SENTENCE =
            "This jar has no embedded stack: choose where it connects to, for example with --spring.profiles.active=cluster,"
                    + " or run 'mvn spring-boot:run' in the sources for everything on this machine.";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (event.getEnvironment().acceptsProfiles(Profiles.of("local"))
                && !ClassUtils.isPresent(
                        "uk.gov.justice.probation.devolution.localstack.LocalStackListener",
                        getClass().getClassLoader())) {
            System.err.println(SENTENCE);
            System.exit(1);
        }
    }
}
