package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The letters about cases that have to be posted, for the case administrators of the region or of a unit that does one
 * of the case's services.
 */
@Component
class CaseLetterQuery {
    private static final String WAITING_FOR_THEM =
            "FROM case_letter l WHERE l.posted_at IS NULL AND l.withdrawn_at IS NULL AND "
                    + CaseScope.sql("l.region_code", "l.case_id");

    record Waiting(long id, CaseTemplate template, long caseId, LocalDateTime writtenAt, boolean byHand) {}

    private final JdbcClient jdbc;

    CaseLetterQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(Colleague by) {
        return of("SELECT COUNT(*) " + WAITING_FOR_THEM, by)
                .query(Integer.class)
                .single();
    }

    /** Oldest first. */
    List<Waiting> list(Colleague by, int atMost, int before) {
        return of(
                        "SELECT l.id, l.template, l.case_id, l.written_at, l.by_hand " + WAITING_FOR_THEM
                                + " ORDER BY l.id LIMIT :atMost OFFSET :before",
                        by)
                .param("atMost", atMost)
                .param("before", before)
                .query(Waiting.class)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Colleague by) {
        return jdbc.sql(sql).params(CaseScope.of(by, Set.of(Role.CASE_ADMIN)).parameters());
    }
}
