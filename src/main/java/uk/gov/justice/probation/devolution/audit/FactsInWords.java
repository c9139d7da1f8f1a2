package uk.gov.justice.probation.devolution.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The facts of an audit entry, as "in scope 650", in the order in which they were recorded. */
@Component
class FactsInWords {
    private static final Set<String> FOR_MACHINES =
            Set.of("htmlSha256", "pdfSha256", "seedSha256", "secretSha256", "rowsRoot", "seed", "process");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final ObjectMapper json;

    FactsInWords(ObjectMapper json) {
        this.json = json;
    }

    List<String> of(String facts) {
        List<String> words = new ArrayList<>();
        try {
            json.readTree(facts).properties().forEach(fact -> {
                String value = value(fact.getValue());
                if (!FOR_MACHINES.contains(fact.getKey()) && !value.isEmpty())
                    words.add(name(fact.getKey()) + " " + value);
            });
        } catch (JsonProcessingException e) {
            words.add(facts);
        }
        return words;
    }

    private static String name(String key) {
        if (key.equals("crn")) return "CRN";
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.UK);
    }

    private static String value(JsonNode value) {
        if (value.isArray() || value.isObject()) {
            StringJoiner parts = new StringJoiner(", ");
            if (value.isArray()) value.forEach(part -> parts.add(value(part)));
            else value.properties().forEach(part -> parts.add(name(part.getKey()) + " " + value(part.getValue())));
            return parts.toString();
        }
        if (value.isBoolean()) return value.booleanValue() ? "yes" : "no";
        if (value.isNumber()) return value.isIntegralNumber() ? "%,d".formatted(value.longValue()) : value.asText();
        String text = value.isNull() ? "" : value.asText();
        return DAY.matcher(text).matches() ? day(text) : text;
    }

    private static String day(String text) {
        try {
            return LocalDate.parse(text).format(IN_WORDS);
        } catch (DateTimeException noDay) {
            return text;
        }
    }
}
