package uk.gov.justice.probation.devolution.security.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.SignInRefused;
import uk.gov.justice.probation.devolution.security.SignInRefusedException;

/**
 * Stops repeated guessing of passwords or tokens: after a number of failures with one name or from one address, none is
 * checked for a while. Every failure is audited.
 */
@Component
@EnableConfigurationProperties(ThrottleSettings.class)
class SignInThrottle {
    private static final int REMEMBERED = 10_000;

    private final ThrottleSettings settings;
    private final ApplicationEventPublisher events;
    private final Map<String, Bucket> names = forgetful();
    private final Map<String, Bucket> addresses = forgetful();

    SignInThrottle(ThrottleSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    /** @param name null if none is known before the credentials are checked */
    boolean refuses(String name, String address) {
        return name != null && isEmpty(names.get(name)) || isEmpty(addresses.get(address));
    }

    Duration within() {
        return settings.within();
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        Authentication tried = failure.getAuthentication();
        String name = tried instanceof UsernamePasswordAuthenticationToken ? tried.getName() : null;
        if (name != null) bucket(names, name, settings.failuresByName()).tryConsume(1);
        if (tried.getDetails() instanceof WebAuthenticationDetails details)
            bucket(addresses, details.getRemoteAddress(), settings.failuresByAddress())
                    .tryConsume(1);
        // a refusal for a reason other than the credentials is already in the audit
        if (!(failure.getException().getCause() instanceof SignInRefusedException))
            events.publishEvent(new SignInRefused(name, "The credentials are not valid"));
    }

    private Bucket bucket(Map<String, Bucket> buckets, String of, int failures) {
        return buckets.computeIfAbsent(
                of,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(failures).refillIntervally(failures, settings.within()))
                        .build());
    }

    private static boolean isEmpty(Bucket bucket) {
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    private static Map<String, Bucket> forgetful() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
