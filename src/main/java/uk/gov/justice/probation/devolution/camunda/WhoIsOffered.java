package uk.gov.justice.probation.devolution.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** To whom the models of this release offer a task if their variables have certain values. */
@Component
class WhoIsOffered {

    record Offer(Set<String> groups, Set<String> users) {}

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final TaskModels models;

    WhoIsOffered(TaskModels models) {
        this.models = models;
    }

    /** Empty if these variables do not decide it. */
    Optional<Offer> of(String processId, String elementId, Map<String, Object> variables) {
        return models.offerOf(processId, elementId).flatMap(offer -> evaluated(offer, variables));
    }

    private Optional<Offer> evaluated(TaskModels.Offer offer, Map<String, Object> variables) {
        Optional<Set<String>> groups = names(offer.groups(), variables);
        Optional<Set<String>> users = names(offer.users(), variables);
        return groups.isEmpty()
                        || users.isEmpty()
                        || groups.get().isEmpty() && users.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(groups.get(), users.get()));
    }

    private Optional<Set<String>> names(String expression, Map<String, Object> variables) {
        if (expression == null) return Optional.of(Set.of());
        EvaluationResult evaluated = feel.evaluateExpression(expression.substring(1), new HashMap<>(variables));
        return evaluated.isSuccess()
                        && evaluated.result() instanceof List<?> names
                        && names.stream().allMatch(String.class::isInstance)
                ? Optional.of(
                        new TreeSet<>(names.stream().map(Objects::toString).toList()))
                : Optional.empty();
    }
}
