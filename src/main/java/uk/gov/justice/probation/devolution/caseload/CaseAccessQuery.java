package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who can read limited-access cases, and which units do services for cases. */
@Component
class CaseAccessQuery {
    private final JdbcClient jdbc;

    CaseAccessQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The CRNs of limited-access persons whose cases the colleague with this user name may see. */
    Set<String> limitedReadBy(String userName) {
        return jdbc.sql("SELECT DISTINCT crn FROM limited_person_reader WHERE user_name = ?")
                .param(userName)
                .query(String.class)
                .set();
    }

    /** The slugs of the units that do a service for each of these cases. A case without any is left out. */
    Map<Long, Set<String>> units(Collection<Long> caseIds) {
        Map<Long, Set<String>> units = new HashMap<>();
        if (caseIds.isEmpty()) return units;
        jdbc.sql("SELECT DISTINCT case_id, slug FROM caseload_unit_view WHERE case_id IN (:cases)")
                .param("cases", caseIds)
                .query(row -> {
                    units.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getString(2));
                });
        return units;
    }
}
