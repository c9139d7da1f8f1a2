package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The handover that begins next: the first whose window has not opened, of the latest launch of each region. */
@Component
public class NextWindowQuery {

    /** @param words as in "H-NW-5 Terminations, North West" */
    public record NextWindow(LocalDate opens, String region, String words) {}

    private final JdbcClient jdbc;

    NextWindowQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param regions by code; none means any */
    public Optional<NextWindow> of(Collection<String> regions, LocalDate today) {
        return jdbc.sql("""
            SELECT h.window_start, r.name, w.words
            FROM handover h JOIN region r ON r.code = h.region_code JOIN handover_words_view w ON w.id = h.id
            WHERE h.state = 'PLANNED' AND h.window_start >= :today AND h.regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code)
              AND (:any OR h.region_code IN (:regions)) ORDER BY h.window_start, h.id LIMIT 1
            """)
                .param("today", today)
                .param("any", regions.isEmpty())
                .param("regions", regions.isEmpty() ? List.of("") : regions)
                .query((row, n) -> new NextWindow(
                        row.getObject("window_start", LocalDate.class), row.getString("name"), row.getString("words")))
                .optional();
    }
}
