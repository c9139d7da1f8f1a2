package uk.gov.justice.probation.devolution.confidential;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Confidential records by the day after which they are erased. */
@Component
class ErasingBatch {

    /** How many records of somebody are due for erasure. */
    record Due(String staffNumber, String regionCode, int records) {}

    private final JdbcClient jdbc;

    ErasingBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void eraseAfter(String about, LocalDate day) {
        jdbc.sql("UPDATE confidential_record SET erase_after = ? WHERE about = ?")
                .params(day, about)
                .update();
    }

    /** Whose records are due, locked until the transaction ends. */
    List<Due> hold(LocalDate today) {
        jdbc.sql("SELECT id FROM confidential_record WHERE erase_after < ? ORDER BY id FOR UPDATE")
                .param(today)
                .query(Long.class)
                .list();
        return jdbc.sql("""
            SELECT c.staff_number, s.region_code, COUNT(*) AS records FROM confidential_record c JOIN workforce_staff_view s ON s.staff_number = c.staff_number
            WHERE c.erase_after < ? GROUP BY c.staff_number, s.region_code ORDER BY c.staff_number
            """).param(today).query(Due.class).list();
    }

    void erase(LocalDate today) {
        jdbc.sql("DELETE FROM confidential_record WHERE erase_after < ?")
                .param(today)
                .update();
    }
}
