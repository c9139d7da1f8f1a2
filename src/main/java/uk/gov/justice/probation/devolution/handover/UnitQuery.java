package uk.gov.justice.probation.devolution.handover;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units as the reference table names them. */
@Component
class UnitQuery {
    private final JdbcClient jdbc;

    UnitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Unit> find(String code) {
        return jdbc.sql("SELECT code, name, slug, kind FROM unit WHERE code = ?")
                .param(code)
                .query((row, n) -> new Unit(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("slug"),
                        row.getString("kind").equals("REGION")))
                .optional();
    }
}
