package uk.gov.justice.probation.devolution.engine;

import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import uk.gov.justice.probation.devolution.example.ExampleDay;

/**
 * The application's clock in a process test. It is the engine's clock, so moving time moves it for models and workers
 * alike.
 */
@Primary
public final class EngineTime extends Clock {

    private final CamundaProcessTestContext camunda;
    private final ZoneId zone;

    @Autowired
    EngineTime(CamundaProcessTestContext camunda) {
        this(camunda, ZoneId.of("Europe/London"));
    }

    private EngineTime(CamundaProcessTestContext camunda, ZoneId zone) {
        this.camunda = camunda;
        this.zone = zone;
    }

    /** Moves time forward; timers that become due on the way fire. */
    public void pass(Duration duration) {
        camunda.increaseTime(duration);
    }

    /** Moves time forward to just after this instant. */
    public void passUntil(Instant instant) {
        pass(Duration.between(instant(), instant).plusSeconds(1));
    }

    @Override
    public Instant instant() {
        try {
            return camunda.getCurrentTime();
        } catch (RuntimeException noTestRuns) {
            return ExampleDay.CLOCK.instant();
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineTime(camunda, other);
    }
}
