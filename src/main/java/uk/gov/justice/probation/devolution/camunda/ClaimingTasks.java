package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ProblemException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Assigns tasks to those who do them, never taking one from somebody else. */
@Component
class ClaimingTasks {
    /** Somebody waits for the page. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    enum Claim {
        THEIRS,
        OF_ANOTHER,
        GONE,
        NO_ANSWER,
        NOT_ALLOWED
    }

    private final CamundaClient camunda;

    ClaimingTasks(CamundaClient camunda) {
        this.camunda = camunda;
    }

    /** Whoever has the task already has it afterwards too. */
    Claim claim(long task, String by) {
        try {
            camunda.newAssignUserTaskCommand(task)
                    .assignee(by)
                    .allowOverride(false)
                    .requestTimeout(PATIENCE)
                    .send()
                    .join();
            return Claim.THEIRS;
        } catch (ProblemException refused) {
            return switch (refused.code()) {
                case 404 -> Claim.GONE;
                case 409 -> Claim.OF_ANOTHER;
                case 401, 403 -> Claim.NOT_ALLOWED;
                default -> Claim.NO_ANSWER;
            };
        } catch (ClientException away) {
            return Claim.NO_ANSWER;
        }
    }
}
