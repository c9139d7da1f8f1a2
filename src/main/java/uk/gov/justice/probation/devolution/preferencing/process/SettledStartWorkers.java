package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.preferencing.start.MovingToNewPlaces;
import uk.gov.justice.probation.devolution.preferencing.start.OverdueStarts;
import uk.gov.justice.probation.devolution.preferencing.start.WelcomingPeople;

/** The automated steps of {@code start-in-new-place} once the start is settled, or is overdue. */
@Component
public class SettledStartWorkers {
    private final OverdueStarts overdue;
    private final WelcomingPeople welcoming;
    private final MovingToNewPlaces moving;
    private final ExpectedCalls calls;

    SettledStartWorkers(
            OverdueStarts overdue, WelcomingPeople welcoming, MovingToNewPlaces moving, ExpectedCalls calls) {
        this.overdue = overdue;
        this.welcoming = welcoming;
        this.moving = moving;
        this.calls = calls;
    }

    @JobWorker(type = "preferencing.escalateStart")
    public void escalateStart(@Variable long memberId) {
        overdue.escalate(memberId);
    }

    @JobWorker(type = "preferencing.writeWelcomeLetter")
    public Map<String, String> writeWelcomeLetter(@Variable long memberId, ActivatedJob job) {
        String batch = welcoming.writeWelcome(memberId);
        calls.expect("send-letters", batch, job.getElementInstanceKey());
        return Map.of("letterBatch", batch);
    }

    @JobWorker(type = "preferencing.movePerson")
    public void movePerson(@Variable long memberId) {
        moving.move(memberId);
    }
}
