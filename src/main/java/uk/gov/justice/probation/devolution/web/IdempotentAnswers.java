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
 * Stores the answers to requests with an Idempotency-Key, by caller and key. A row without a status is a request that
 * is still running. The application renews its lease while it works; once a stopped application no longer renews it,
 * the key is free again. No database connection is held meanwhile. All times are the database's, the same for all
 * replicas.
 */
@Component
class IdempotentAnswers {

    /** {@code status} is null while the first request is running. */
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

    /** Empty if this is the first request with its key, which may proceed. Otherwise what is known of the first one. */
    Optional<Known> begin(String caller, String key, String request) {
        if (answers.begin(caller, key, request, holder, lease(), now()) == 0) {
            Optional<Known> known = answers.find(caller, key);
            if (known.isEmpty()) return begin(caller, key, request);
            // the lease may have expired; if two callers try to take over, one succeeds
            if (answers.takeOver(caller, key, request, holder, lease(), now()) == 0) return known;
        }
        working.add(new Key(caller, key));
        return Optional.empty();
    }

    void answered(String caller, String key, int status, String contentType, String location, String body) {
        working.remove(new Key(caller, key));
        answers.answer(caller, key, holder, status, contentType, location, body);
    }

    /** The request failed through no fault of its own, so it may be sent again. */
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
