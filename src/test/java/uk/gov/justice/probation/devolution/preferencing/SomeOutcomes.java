package uk.gov.justice.probation.devolution.preferencing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;

/** The state after the panel has confirmed: places, outcome letters and appeals, created by plain SQL. */
public final class SomeOutcomes {
    private final JdbcClient jdbc;

    public SomeOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The director has confirmed the outcome. */
    public void confirmed(long consultationId) {
        jdbc.sql("UPDATE consultation SET state = 'OUTCOME' WHERE id = ?")
                .param(consultationId)
                .update();
    }

    /**
     * The consultation has reached its letters; appeals close this many days from now, or closed this many days ago if
     * negative.
     */
    public void appealsCloseInDays(long consultationId, int days) {
        jdbc.sql(
                        "UPDATE consultation SET state = 'OUTCOME', appeals_close_at = UTC_TIMESTAMP(3) + INTERVAL ? DAY WHERE id = ?")
                .params(days, consultationId)
                .update();
    }

    /** @param optionId null for no place */
    public void placed(long memberId, Long optionId) {
        jdbc.sql(
                        "INSERT INTO placement (member_id, option_id, source, confirmed_at) VALUES (?, ?, 'ALLOCATION', NOW(3))")
                .params(memberId, optionId)
                .update();
    }

    /** Their outcome letter, with only what appeals need. */
    public void told(long memberId) {
        jdbc.sql(
                        "INSERT INTO outcome_letter (member_id, consultation_id, letter_id, written_at) SELECT id, consultation_id, id, NOW(3) FROM cohort_member WHERE id = ?")
                .param(memberId)
                .update();
    }

    /** An appeal with this decision of the panel. @return its id */
    public long decided(long memberId, AppealOutcome outcome) {
        jdbc.sql("""
            INSERT INTO appeal (consultation_id, member_id, state, lodged_at, in_time, from_option_id, recommendation, reviewed_by, outcome, union_code, decided_by, decided_at, version)
            SELECT m.consultation_id, m.id, 'DECIDED', NOW(3), TRUE, p.option_id, 'UPHOLD', 'appeal-manager-nw', ?, 'NAPO', 'appeal-panel-nw', NOW(3), 0
            FROM cohort_member m LEFT JOIN placement p ON p.member_id = m.id WHERE m.id = ?
            """).params(outcome.name(), memberId).update();
        return jdbc.sql("SELECT MAX(id) FROM appeal").query(Long.class).single();
    }

    /** Option by member; null for none. */
    public Map<Long, Long> places() {
        Map<Long, Long> places = new TreeMap<>();
        jdbc.sql("SELECT member_id, option_id FROM placement").query(row -> {
            places.put(row.getLong(1), row.getObject(2, Long.class));
        });
        return places;
    }

    /** Options with more people than places; the result must be empty. */
    public int overbooked() {
        return jdbc.sql("""
            SELECT COUNT(*) FROM preference_option o WHERE o.places <
              (SELECT COUNT(*) FROM placement p JOIN cohort_member m ON m.id = p.member_id AND m.active_mark = 1 WHERE p.option_id = o.id)
            """).query(Integer.class).single();
    }
}
