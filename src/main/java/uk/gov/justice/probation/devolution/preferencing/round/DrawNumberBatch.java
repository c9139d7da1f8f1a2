package uk.gov.justice.probation.devolution.preferencing.round;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws numbers for many people at once, each different in its consultation. */
@Component
class DrawNumberBatch {
    private static final int BATCH = 500;
    private static final int FIRST = 100_000_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SecureRandom random = new SecureRandom();

    DrawNumberBatch(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void draw(long consultationId) {
        List<Long> without =
                jdbc.sql("""
            SELECT m.id FROM consultation_member_view m LEFT JOIN draw_number n ON n.member_id = m.id
            WHERE m.consultation_id = ? AND m.active_mark = 1 AND n.member_id IS NULL ORDER BY m.id
            """).param(consultationId).query(Long.class).list();
        if (without.isEmpty()) return;
        Set<String> used = new HashSet<>(all(consultationId).values());
        batches.batchUpdate(
                "INSERT INTO draw_number (member_id, consultation_id, number) VALUES (?, ?, ?)",
                without,
                BATCH,
                (row, member) -> {
                    row.setLong(1, member);
                    row.setLong(2, consultationId);
                    row.setString(3, unused(used));
                });
    }

    Map<Long, String> all(long consultationId) {
        Map<Long, String> numbers = new HashMap<>();
        jdbc.sql("SELECT member_id, number FROM draw_number WHERE consultation_id = ?")
                .param(consultationId)
                .query(row -> {
                    numbers.put(row.getLong(1), row.getString(2));
                });
        return numbers;
    }

    Optional<String> of(long memberId) {
        return jdbc.sql("SELECT number FROM draw_number WHERE member_id = ?")
                .param(memberId)
                .query(String.class)
                .optional();
    }

    private String unused(Set<String> used) {
        while (true) {
            String number = Integer.toString(FIRST + random.nextInt(9 * FIRST));
            if (used.add(number)) return number;
        }
    }
}
