package uk.gov.justice.probation.devolution.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** One condition of a search filter: a plain value, or operators such as {@code $in} and {@code $like}. */
final class FilterCondition {

    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

    private FilterCondition() {}

    static boolean holds(JsonNode value, JsonNode wanted) {
        if (!wanted.isObject()) {
            return same(value, wanted);
        }
        return wanted.properties().stream()
                .filter(operator -> !isClientDefault(operator.getValue()))
                .allMatch(operator -> holds(value, operator.getKey(), operator.getValue()));
    }

    private static boolean holds(JsonNode value, String operator, JsonNode operand) {
        boolean present = !value.isMissingNode() && !value.isNull();
        return switch (operator) {
            case "$eq" -> same(value, operand);
            case "$neq" -> !same(value, operand);
            case "$exists" -> operand.asBoolean() == present;
            case "$in" -> operand.valueStream().anyMatch(element -> same(value, element));
            case "$notIn" -> operand.valueStream().noneMatch(element -> same(value, element));
            case "$like" -> present && value.asText().matches(regex(operand.asText()));
            case "$gt" -> present && compare(value, operand) > 0;
            case "$gte" -> present && compare(value, operand) >= 0;
            case "$lt" -> present && compare(value, operand) < 0;
            case "$lte" -> present && compare(value, operand) <= 0;
            default -> throw new IllegalArgumentException("filter operator " + operator);
        };
    }

    static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return Double.compare(a.asDouble(), b.asDouble());
        }
        String left = a.asText("");
        String right = b.asText("");
        if (both(DATE_TIME, left, right)) {
            return OffsetDateTime.parse(left)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(right).toInstant());
        }
        return both(WHOLE_NUMBER, left, right)
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : left.compareTo(right);
    }

    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isMissingNode() || a.isNull()) {
            return false;
        }
        return a.asText().equals(b.asText()) || both(DATE_TIME, a.asText(), b.asText()) && compare(a, b) == 0;
    }

    private static boolean isClientDefault(JsonNode operand) {
        return operand.isNull() || operand.isArray() && operand.isEmpty();
    }

    private static boolean both(Pattern pattern, String left, String right) {
        return pattern.matcher(left).matches() && pattern.matcher(right).matches();
    }

    private static String regex(String like) {
        return "(?s)" + Pattern.quote(like).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    }
}
