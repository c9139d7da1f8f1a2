package uk.gov.justice.probation.devolution.endtoend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** For tests that are the steps of one story: if a step fails, running the others would show nothing new. */
final class StopAtFirstFailure implements TestExecutionExceptionHandler, ExecutionCondition {
    private static final Namespace STORY = Namespace.create(StopAtFirstFailure.class);

    @Override
    public void handleTestExecutionException(ExtensionContext step, Throwable failure) throws Throwable {
        step.getParent().orElseThrow().getStore(STORY).put("failed", step.getDisplayName());
        throw failure;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext step) {
        String failed = step.getParent()
                .map(story -> story.getStore(STORY).get("failed", String.class))
                .orElse(null);
        return failed == null
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("after " + failed);
    }
}
