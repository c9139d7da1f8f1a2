package uk.gov.justice.probation.devolution.localstack;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.OutboxQuery;
import uk.gov.justice.probation.devolution.localstack.TrialEngine.Awaited;

/** Whether everything that can be done at the present date is done: no message is on its way, and no step runs. */
@Component
@Profile("local")
class Quiet {
    private final TrialEngine engine;
    private final OutboxQuery outbox;

    Quiet(TrialEngine engine, OutboxQuery outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    /** What is not done yet, in words; empty if all is. */
    List<String> waitsFor() {
        List<String> reasons = new ArrayList<>();
        try {
            int messages = outbox.undelivered();
            engine.followClock();
            Awaited awaited = engine.look();
            if (messages > 0)
                reasons.add(
                        messages == 1
                                ? "A message is on its way."
                                : "%,d messages are on their way.".formatted(messages));
            if (awaited.steps() > 0)
                reasons.add(
                        awaited.steps() == 1
                                ? "An automated step is running, or is tried again after it failed."
                                : "%,d automated steps are running, or are tried again after they failed."
                                        .formatted(awaited.steps()));
            if (reasons.isEmpty() && !awaited.quiet()) reasons.add("The engine is still writing down what it did.");
        } catch (IllegalStateException away) {
            reasons.add("Camunda does not answer: %s.".formatted(away.getMessage()));
        }
        return reasons;
    }
}
