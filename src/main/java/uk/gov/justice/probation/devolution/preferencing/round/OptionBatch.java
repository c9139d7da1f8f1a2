package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.round.OfferedPosts.Offered;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/** Publishes all options of a consultation at once. */
@Component
class OptionBatch {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;

    OptionBatch(JdbcTemplate batches) {
        this.batches = batches;
    }

    void publish(long consultationId, List<Offered> offered) {
        batches.batchUpdate("""
        INSERT INTO preference_option (consultation_id, site_code, site_name, role_code, role_name, grade_code, places, tasks, weekly_hours)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, offered, BATCH, (row, one) -> {
            Vacancy vacancy = one.vacancy();
            row.setLong(1, consultationId);
            row.setString(2, vacancy.siteCode());
            row.setString(3, vacancy.siteName());
            row.setString(4, vacancy.role());
            row.setString(5, vacancy.roleName());
            row.setString(6, vacancy.grade());
            row.setInt(7, one.places());
            row.setString(8, String.join("|", vacancy.tasks()));
            row.setInt(9, one.hours().hundredths());
        });
    }
}
