package uk.gov.justice.probation.devolution.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What there is to choose from in a form. A form that starts a process can ask nobody, so a field of it names its list
 * (property {@code list}), and the list is put in when the form is deployed (ADR 0111).
 */
@Component
public class FormListsQuery {
    private static final String LIST = "list";
    private static final String VALUES = "values";
    private static final Map<String, String> CHOICES = Map.of(
            "regions",
            "SELECT name AS label, code AS value FROM region WHERE code IN (SELECT region_code FROM pdu) ORDER BY name, code",
            "units",
            "SELECT name AS label, code AS value FROM unit WHERE kind <> 'REGION' ORDER BY kind DESC, name, code",
            "grades",
            "SELECT name AS label, code AS value FROM grade ORDER BY name, code");

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    record Choice(String label, String value) {}

    public FormListsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a field of the form takes a list. */
    boolean areIn(byte[] form) {
        return !fields(read(form)).isEmpty();
    }

    /**
     * The form with its lists, each before the choices that the form itself gives; always the same bytes for the same
     * lists.
     */
    byte[] filled(byte[] form) {
        JsonNode whole = read(form);
        for (JsonNode field : fields(whole)) {
            ArrayNode values = json.createArrayNode();
            choices(field.path("properties").path(LIST).asText()).forEach(values::addPOJO);
            field.path(VALUES).forEach(values::add);
            ((ObjectNode) field).set(VALUES, values);
        }
        try {
            return json.writeValueAsBytes(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Choice> choices(String list) {
        String choices = CHOICES.get(list);
        if (choices == null) throw new IllegalStateException("There is no list of %s for a form".formatted(list));
        return jdbc.sql(choices).query(Choice.class).list();
    }

    private static List<JsonNode> fields(JsonNode form) {
        return form.findParents("properties").stream()
                .filter(field -> field.path("properties").has(LIST))
                .toList();
    }

    private JsonNode read(byte[] form) {
        try {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException("A form of this build is no JSON", e);
        }
    }
}
