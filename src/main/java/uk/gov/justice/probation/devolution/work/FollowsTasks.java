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
 * Follows the engine's records of tasks and of incidents for as long as the application runs, and compares them now and
 * then, each on a thread of its own: neither waits for other scheduled work. That Camunda is away is said once.
 */
@Component
@Profile({"local", "cluster"})
class FollowsTasks {
    private static final Logger log = LoggerFactory.getLogger(FollowsTasks.class);

    /**
     * @param lookEvery how often the engine's records of user tasks are read on
     * @param compareEvery how often all open tasks are compared with what is kept
     * @param incidentsEvery how often the incidents that nobody has resolved are read
     */
    @ConfigurationProperties("devolution.work")
    record Settings(
            @DefaultValue("500ms") Duration lookEvery,
            @DefaultValue("5m") Duration compareEvery,
            @DefaultValue("3s") Duration incidentsEvery) {}

    private final FollowingTasks following;
    private final FollowingIncidents incidents;
    private final Settings settings;
    private volatile boolean stopped;
    private final Hearing hearingOfTasks = new Hearing("tasks");
    private final Hearing hearingOfIncidents = new Hearing("incidents");
    private boolean compares;

    FollowsTasks(FollowingTasks following, FollowingIncidents incidents, Settings settings) {
        this.following = following;
        this.incidents = incidents;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("follows-tasks").start(() -> again(this::follow, settings.lookEvery(), hearingOfTasks));
        Thread.ofVirtual()
                .name("follows-incidents")
                .start(() -> again(this::look, settings.incidentsEvery(), hearingOfIncidents));
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
        hearingOfTasks.again();
    }

    private void look() {
        incidents.look();
        hearingOfIncidents.again();
    }

    /** Not while all of them are read for the first time: each that is not kept yet would be asked for by itself. */
    private void compareFromNowOn() {
        if (compares) return;
        compares = true;
        Thread.ofVirtual()
                .name("compares-tasks")
                .start(() -> again(following::compare, settings.compareEvery(), hearingOfTasks));
    }

    private void again(Runnable step, Duration pause, Hearing hearing) {
        while (!stopped) {
            try {
                step.run();
            } catch (RuntimeException noAnswer) {
                if (!stopped) hearing.nothing(noAnswer);
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

    /** Whether one kind of the engine's records can be read; says when that changes. */
    private static final class Hearing {
        private final String what;
        private volatile boolean away;

        Hearing(String what) {
            this.what = what;
        }

        void nothing(RuntimeException noAnswer) {
            if (!away)
                log.warn(
                        "The engine's records of {} cannot be read: {}. Pages show what was known until now, and say so",
                        what,
                        NestedExceptionUtils.getMostSpecificCause(noAnswer).getMessage());
            away = true;
        }

        void again() {
            if (away) log.info("The engine's records of {} are read again", what);
            away = false;
        }
    }
}
