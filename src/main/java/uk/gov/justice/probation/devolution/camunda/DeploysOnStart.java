package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes of this release as soon as Camunda answers. Until then the application serves its pages,
 * reports what is wrong in its health and log, and keeps trying, because a cluster that is down is no reason to stop.
 * If a newer release is there already, it leaves its processes as they are. The local profile deploys as part of its
 * own start.
 */
@Component("processModelsDeployed")
@Profile("!local")
@ConditionalOnProperty("devolution.deploy-on-start")
class DeploysOnStart implements HealthIndicator {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(DeploysOnStart.class);

    private final DeployingRelease release;
    private final CamundaClient camunda;
    private volatile Thread deploying;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Health> health = new AtomicReference<>(
            Health.down().withDetail("reason", "not tried yet").build());

    DeploysOnStart(DeployingRelease release, CamundaClient camunda) {
        this.release = release;
        this.camunda = camunda;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        deploying = Thread.ofVirtual().name("deploys-on-start").start(this::deployUntilDone);
    }

    /** An attempt under way is not interrupted: it may be reading from the database. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopped.countDown();
        if (deploying != null) deploying.join(LONGEST_ATTEMPT);
    }

    @Override
    public Health health() {
        return health.get();
    }

    private void deployUntilDone() {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                health.set(health(release.deploy(Release.NUMBER)));
                return;
            } catch (RuntimeException refused) {
                if (stopped.getCount() == 0) return;
                String reason = String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
                health.set(Health.down().withDetail("reason", reason).build());
                log.warn(
                        "Camunda at {} refused the processes: {}. Trying again in {} s",
                        address(),
                        reason,
                        pause.toSeconds());
            }
            try {
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Health health(DeployingRelease.Outcome outcome) {
        if (outcome.newer().isPresent()) {
            String why = "release %d has deployed its processes; those of this release (%d) are older and stay out"
                    .formatted(outcome.newer().getAsInt(), Release.NUMBER);
            log.warn("Nothing was deployed: {}", why);
            return Health.up().withDetail("reason", why).build();
        }
        log.info("The processes of release {} are deployed", Release.NUMBER);
        return Health.up()
                .withDetail("release", Release.NUMBER)
                .withDetail("deploymentKey", outcome.deployment().getKey())
                .build();
    }

    private Object address() {
        var configuration = camunda.getConfiguration();
        return configuration.preferRestOverGrpc() ? configuration.getRestAddress() : configuration.getGrpcAddress();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
