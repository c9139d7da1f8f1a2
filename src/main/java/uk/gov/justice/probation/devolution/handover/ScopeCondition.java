package uk.gov.justice.probation.devolution.handover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A handover's scope as an SQL condition over {@code case_service cs JOIN caseload_case_view c}. Attributes map to
 * fixed columns and values are bound, so that a scope stays data.
 */
final class ScopeCondition {
    private final Map<String, Object> parameters = new HashMap<>();

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The region's open case-services that the units hold and that both the parts and the scope include. */
    String holding(Handover handover, List<ScopeQuery.Part> parts, Scope scope) {
        return "cs.open_mark = 1 AND cs.region_code = %s AND cs.unit_code IN (%s) AND %s"
                .formatted(bind(handover.regionCode()), bind(handover.fromUnits()), claimed(parts, scope));
    }

    String claimed(List<ScopeQuery.Part> parts, Scope scope) {
        String anyPart = parts.stream()
                .map(part ->
                        "(cs.service_code = %s AND %s)".formatted(bind(part.serviceCode()), conditions(part.scope())))
                .collect(Collectors.joining(" OR ", "(", ")"));
        return parts.isEmpty() ? "FALSE" : anyPart + " AND " + conditions(scope);
    }

    private String conditions(Scope scope) {
        return scope.conditions().isEmpty()
                ? "TRUE"
                : scope.conditions().entrySet().stream()
                        .map(c -> condition(c.getKey(), c.getValue()))
                        .collect(Collectors.joining(" AND ", "(", ")"));
    }

    private String condition(Scope.Attribute attribute, String value) {
        return switch (attribute) {
            case LEGACY_ORGANISATION -> "c.legacy_organisation = " + bind(value);
            case STANDALONE_UPW -> "c.standalone_upw = " + bind(Boolean.parseBoolean(value));
            case HAS_SERVICE ->
                "EXISTS (SELECT 1 FROM caseload_service_view other WHERE other.case_id = c.id AND other.open_mark = 1 AND other.service_code = %s)"
                        .formatted(bind(value));
        };
    }

    private String bind(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
