package uk.gov.justice.probation.devolution.preferencing.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** What determines until when people can answer: their round, when they were asked, and an extension by HR. */
@Component
class ClosingQuery {

    /**
     * @param askedUntil null until the person has been asked
     * @param extendedTo null without an extension
     */
    record Dates(Instant closesAt, Instant askedUntil, LocalDate extendedTo) {}

    private static final String SELECT = """
      SELECT m.id, r.closes_at, a.closes_at AS asked_until, m.extended_to
      FROM consultation_member_view m JOIN preference_round r ON r.consultation_id = m.consultation_id LEFT JOIN preference_asking a ON a.member_id = m.id
      """;

    private final JdbcClient jdbc;

    ClosingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Dates of(long memberId) {
        return jdbc.sql(SELECT + "WHERE m.id = ?")
                .param(memberId)
                .query(ClosingQuery::dates)
                .single();
    }

    /** By member id; those for whom no options are published are left out. */
    Map<Long, Dates> of(Collection<Long> memberIds) {
        Map<Long, Dates> dates = new HashMap<>();
        if (memberIds.isEmpty()) return dates;
        jdbc.sql(SELECT + "WHERE m.id IN (:ids)").param("ids", memberIds).query(row -> {
            dates.put(row.getLong("id"), dates(row, 0));
        });
        return dates;
    }

    /** For everybody who takes part. */
    List<Dates> all(long consultationId) {
        return jdbc.sql(SELECT + "WHERE m.consultation_id = ? AND m.active_mark = 1")
                .param(consultationId)
                .query(ClosingQuery::dates)
                .list();
    }

    private static Dates dates(ResultSet row, int n) throws SQLException {
        return new Dates(
                Utc.instant(row, "closes_at"),
                Utc.instant(row, "asked_until"),
                row.getObject("extended_to", LocalDate.class));
    }
}
