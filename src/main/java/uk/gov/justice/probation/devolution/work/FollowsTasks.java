package uk.gov.justice.probation.devolution.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Follows the engine's records for as long as the application runs, and compares them now and then, each on a thread of
 * its own: neither waits for other scheduled work. That Camunda is away is said once.
 */
@Component
@Profile({"local", "cluster"})
class FollowsTasks {
    private static final Logger log = LoggerFactory.getLogger(FollowsTasks.class);

    /**
     * @param lookEvery how often the engine's records of user tasks are read on
     * @param compareEvery how often all open tasks are compared with what is kept
     */
    @ConfigurationProperties("devolution.work")
    record Settings(
            @DefaultValue("500ms") Duration lookEvery,
            @DefaultValue("5m") Duration compareEvery) {}

    private final FollowingTasks following;
    private final Settings settings;
    private volatile boolean stopped;
    private volatile boolean away;
    private boolean compares;

    FollowsTasks(FollowingTasks following, Settings settings) {
        this.following = following;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("follows-tasks").start(() -> again(this::follow, settings.lookEvery()));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
    }

    private void follow() {
        boolean more = true;
        try {
            while (more && !stopped) more = following.follow();
        } finally {
            compareFromNowOn();
        }
        if (away) log.info("The engine's records of tasks are read again");
        away = false;
    }

    /** Not while all of them are read for the first time: each that is not kept yet would be asked for by itself. */
    private void compareFromNowOn() {
        if (compares) return;
        compares = true;
        Thread.ofVirtual().name("compares-tasks").start(() -> again(following::compare, settings.compareEvery()));
    }

    private void again(Runnable step, Duration pause) {
        while (!stopped) {
            try {
                step.run();
            } catch (RuntimeException noAnswer) {
                if (!away && !stopped)
                    log.warn(
                            "The engine's records of tasks cannot be read: {}. Pages show what was known until now, and say so",
                            NestedExceptionUtils.getMostSpecificCause(noAnswer).getMessage());
                away = true;
            }
            pause(pause);
        }
    }

    private void pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stop) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
