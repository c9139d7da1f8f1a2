package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;
import java.util.Set;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Answers to user tasks for tests. Each login is named after its only group. */
public final class SomeAnswers {

    private SomeAnswers() {}

    public static TaskAnswer of(long taskInstance, String userName) {
        return of(taskInstance, userName, userName);
    }

    public static TaskAnswer of(long taskInstance, String userName, String group) {
        return new TaskAnswer(taskInstance, new Colleague(userName, Set.of(group)));
    }

    /** Why an answer was refused; empty if it was accepted. */
    public static Optional<String> refusal(Runnable answering) {
        try {
            answering.run();
            return Optional.empty();
        } catch (BreaksRules | Frozen | NotPossibleNow | Taken refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
