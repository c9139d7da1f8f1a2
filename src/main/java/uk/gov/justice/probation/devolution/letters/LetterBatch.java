package uk.gov.justice.probation.devolution.letters;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters whose retention period is over, all at once. */
@Component
class LetterBatch {
    record Due(long id, String regionCode) {}

    private final JdbcClient jdbc;

    LetterBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Letters sent or handed over that were written before then, locked until the transaction ends. */
    List<Due> lockDue(LocalDateTime writtenBefore) {
        return jdbc.sql(
                        "SELECT id, region_code FROM letter WHERE erased_at IS NULL AND state IN ('SENT', 'HANDED_OVER') AND written_at < ? ORDER BY id FOR UPDATE")
                .param(writtenBefore)
                .query(Due.class)
                .list();
    }

    void erase(List<Long> ids, LocalDateTime at) {
        jdbc.sql("UPDATE letter SET html = NULL, pdf = NULL, erased_at = :at, version = version + 1 WHERE id IN (:ids)")
                .param("at", at)
                .param("ids", ids)
                .update();
    }
}
