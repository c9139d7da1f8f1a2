package uk.gov.justice.probation.devolution.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Answers to requests that carried an Idempotency-Key, by caller and key. A row without a status is a request that
 * still runs, as long as its application says so: it renews the lease while it works, and the key is free once a killed
 * application has not renewed it. No connection is held meanwhile; the time is the database's, the same for all
 * replicas.
 */
@Component
class IdempotentAnswers {

    /** {@code status} is null while the first request runs. */
    record Known(String request, Integer status, String contentType, String location, String body) {}

    private record Key(String caller, String key) {}

    private final String holder = UUID.randomUUID().toString();
    private final Set<Key> working = ConcurrentHashMap.newKeySet();
    private final IdempotentAnswerRepository answers;
    private final Clock clock;
    private final IdempotencySettings settings;

    IdempotentAnswers(IdempotentAnswerRepository answers, Clock clock, IdempotencySettings settings) {
        this.answers = answers;
        this.clock = clock;
        this.settings = settings;
    }

    /** Empty if the request is the first with its key and may run; otherwise what is known of the first one. */
    Optional<Known> begin(String caller, String key, String request) {
        if (answers.begin(caller, key, request, holder, lease(), now()) == 0) {
            Optional<Known> known = answers.find(caller, key);
            if (known.isEmpty()) return begin(caller, key, request);
            // nobody may be working on it any more; if two try, one gets it
            if (answers.takeOver(caller, key, request, holder, lease(), now()) == 0) return known;
        }
        working.add(new Key(caller, key));
        return Optional.empty();
    }

    void answered(String caller, String key, int status, String contentType, String location, String body) {
        working.remove(new Key(caller, key));
        answers.answer(caller, key, holder, status, contentType, location, body);
    }

    /** The request failed through no fault of its own: it may be sent again. */
    void forget(String caller, String key) {
        working.remove(new Key(caller, key));
        answers.forget(caller, key, holder);
    }

    @Scheduled(fixedRateString = "PT5S")
    void renew() {
        working.forEach(at -> answers.renew(at.caller(), at.key(), holder, lease()));
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forgetOld() {
        answers.forgetBefore(now().minus(settings.keep()));
    }

    private long lease() {
        return settings.lease().toNanos() / 1_000;
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }
}
