package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;

/** Gives several people their places at once. */
@Component
class PlacementBatch {
    private final JdbcTemplate batches;

    PlacementBatch(JdbcTemplate batches) {
        this.batches = batches;
    }

    void give(Map<Long, Long> optionByMember, Source source, Instant at) {
        if (optionByMember.isEmpty()) return;
        LocalDateTime now = Utc.of(at);
        List<Object[]> rows = optionByMember.entrySet().stream()
                .map(given -> new Object[] {given.getKey(), given.getValue(), source.name(), now})
                .toList();
        batches.batchUpdate("""
        INSERT INTO placement (member_id, option_id, source, confirmed_at) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE option_id = VALUES(option_id), source = VALUES(source), confirmed_at = VALUES(confirmed_at), version = version + 1
        """, rows);
    }
}
