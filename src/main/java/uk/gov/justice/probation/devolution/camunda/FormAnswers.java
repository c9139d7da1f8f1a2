package uk.gov.justice.probation.devolution.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** Reads the answers of a form from the variables sent: the fields of the form and nothing else. */
@Component
class FormAnswers {
    private final ObjectMapper json;

    FormAnswers(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    <T extends Record> T read(Map<String, Object> sent, Class<T> form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields(form)
                .filter(sent::containsKey)
                .forEach(name -> fields.put(name, "".equals(sent.get(name)) ? null : sent.get(name)));
        try {
            return json.treeToValue(json.valueToTree(fields), form);
        } catch (JsonProcessingException wrong) {
            String field = wrong instanceof JsonMappingException mapping
                    ? mapping.getPath().stream()
                            .map(step -> String.valueOf(step.getFieldName()))
                            .collect(Collectors.joining("."))
                    : "";
            throw new BreaksRules("The answer could not be read%s. Fill in the form again."
                    .formatted(field.isEmpty() ? "" : " at '" + field + "'"));
        }
    }

    static Stream<String> fields(Class<? extends Record> form) {
        return Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName);
    }
}
