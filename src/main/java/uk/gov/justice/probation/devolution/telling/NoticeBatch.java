package uk.gov.justice.probation.devolution.telling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Keeps what is to be sent, many at a time, each once. */
@Component
class NoticeBatch {
    private final JdbcTemplate batches;

    NoticeBatch(JdbcTemplate batches) {
        this.batches = batches;
    }

    /** Those that were kept before by the same key stay as they are. */
    void add(Collection<NewNotice> notices, Instant at) {
        List<Object[]> rows = notices.stream()
                .map(notice -> new Object[] {
                    notice.key(),
                    notice.recipient().name(),
                    notice.template().name(),
                    notice.area(),
                    notice.tasks(),
                    Utc.of(notice.dueAt()),
                    notice.email(),
                    Utc.of(at)
                })
                .toList();
        batches.batchUpdate("""
            INSERT IGNORE INTO telling_notice (notice_key, recipient, template, area, tasks, due_at, email, made_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')
            """, rows);
    }

    /** Those made before then of which nothing more is expected. */
    void forget(LocalDateTime madeBefore) {
        batches.update(
                "DELETE FROM telling_notice WHERE made_at < ? AND state IN ('SENT', 'DELIVERED', 'FAILED')",
                madeBefore);
    }

    /** @return false if the daily emails of this day are made already, or are being made by another replica */
    boolean beginDay(LocalDate day, Instant at) {
        return batches.update("INSERT IGNORE INTO telling_digest (day, made_at) VALUES (?, ?)", day, Utc.of(at)) > 0;
    }
}
