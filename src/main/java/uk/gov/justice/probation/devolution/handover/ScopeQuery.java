package uk.gov.justice.probation.devolution.handover;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The scopes, and which services of a case each service of the plan consists of. */
@Service
public class ScopeQuery {

    /** A part of a plan row's service: one service of a case, narrowed by a scope of its own. */
    public record Part(String serviceCode, Scope scope) {}

    private final JdbcClient jdbc;

    ScopeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The scope with this code; the empty code means every case. */
    public Optional<Scope> find(String code) {
        if (code.isBlank()) return Optional.of(new Scope("", "All cases", false, Map.of()));
        return jdbc.sql("SELECT code, name, remainder FROM scope WHERE code = ?")
                .param(code)
                .query((row, n) -> new Scope(
                        row.getString("code"), row.getString("name"), row.getBoolean("remainder"), conditions(code)))
                .optional();
    }

    public Scope get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no scope '%s'".formatted(code)));
    }

    /** Empty if the service consists of no cases (as for a milestone) or is unknown. */
    public List<Part> parts(String planService) {
        return jdbc.sql(
                        "SELECT service_code, scope_code FROM plan_service WHERE plan_service_code = ? ORDER BY service_code")
                .param(planService)
                .query((row, n) -> new Part(row.getString("service_code"), get(row.getString("scope_code"))))
                .list();
    }

    /** The plan service's name in plain words; empty if unknown. */
    public Optional<String> serviceName(String planService) {
        return jdbc.sql("SELECT name FROM plan_service_name WHERE code = ?")
                .param(planService)
                .query(String.class)
                .optional();
    }

    private Map<Scope.Attribute, String> conditions(String code) {
        Map<Scope.Attribute, String> conditions = new EnumMap<>(Scope.Attribute.class);
        jdbc.sql("SELECT attribute, value FROM scope_condition WHERE scope_code = ?")
                .param(code)
                .query(row -> {
                    conditions.put(Scope.Attribute.valueOf(row.getString("attribute")), row.getString("value"));
                });
        return conditions;
    }
}
