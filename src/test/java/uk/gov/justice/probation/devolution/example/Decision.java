package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A decision of the models, evaluated by Camunda's own decision engine. */
public final class Decision {

    private static final DecisionEngine ENGINE = DecisionEngineFactory.createDecisionEngine();

    private final ParsedDecisionRequirementsGraph rules;
    private final String id;

    public Decision(String file, String id) {
        this.id = id;
        try (var content = new FileInputStream(file)) {
            rules = ENGINE.parse(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(rules.isValid()).as(rules.getFailureMessage()).isTrue();
    }

    /** The result for these variables, a map, a text or another value; null if no rule matches. */
    public Object of(Map<String, Object> variables) {
        var evaluated = ENGINE.evaluateDecisionById(rules, id, new VariablesContext(variables));
        assertThat(evaluated.isFailure()).as(evaluated.getFailureMessage()).isFalse();
        try {
            return new ObjectMapper().readValue(MsgPackConverter.convertToJson(evaluated.getOutput()), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
