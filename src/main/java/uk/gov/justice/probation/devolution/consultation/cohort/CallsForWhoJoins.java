package uk.gov.justice.probation.devolution.consultation.cohort;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;

/**
 * People who join while the one-to-ones are being held get one like everybody else. Their process is expected from then
 * on.
 */
@Component
class CallsForWhoJoins {
    private final ExpectedCalls calls;

    CallsForWhoJoins(ExpectedCalls calls) {
        this.calls = calls;
    }

    @EventListener
    void told(EngineMessage message) {
        if (message.name().equals("consultation.staffJoined"))
            calls.expect("one-to-one", message.variables().get("memberId"), Long.parseLong(message.correlationKey()));
    }
}
