package uk.gov.justice.probation.devolution.preferencing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consultation of the North West with its people and options, created by plain SQL. */
public final class SomePreferences {
    private final JdbcClient jdbc;

    public SomePreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A consultation that has reached preferencing, without people. */
    public long consultation() {
        jdbc.sql("""
            INSERT INTO consultation (region_code, unit_code, title, state, objective, max_choices, mobility_limit_minutes, launched_by, launched_at, individual_stage_at)
            SELECT 'NW', 'PSC_LIVERPOOL', CONCAT('PSC Liverpool', IF(COUNT(*) = 0, '', CONCAT(' ', COUNT(*) + 1))), 'PREFERENCES', 'GREEDY', 5, 90, 'hr-nw', NOW(3), NOW(3)
            FROM consultation
            """).update();
        return lastId("consultation");
    }

    /** A round with this seed that stays open for another month. */
    public void round(long consultationId, long seed) {
        jdbc.sql(
                        "INSERT INTO preference_round (consultation_id, published_at, closes_at, seed, seed_sha256) VALUES (?, NOW(3), NOW(3) + INTERVAL 30 DAY, ?, '')")
                .params(consultationId, seed)
                .update();
    }

    /** An option: case administration at the site. */
    public long option(long consultationId, String siteCode, int places) {
        return option(consultationId, siteCode, "CA", places);
    }

    public long option(long consultationId, String siteCode, String grade, int places) {
        return option(consultationId, siteCode, grade + "_GENERAL", grade, places);
    }

    public long option(long consultationId, String siteCode, String role, String grade, int places) {
        jdbc.sql("""
            INSERT INTO preference_option (consultation_id, site_code, site_name, role_code, role_name, grade_code, places, tasks)
            SELECT ?, code, name, ?, ?, ?, ?, 'Terminations|Court lists' FROM site WHERE code = ?
            """)
                .params(
                        consultationId,
                        role,
                        grade.equals("CA") ? "Case administrator" : "Role of " + grade,
                        grade,
                        places,
                        siteCode)
                .update();
        return lastId("preference_option");
    }

    /** As many case administrators of PSC Liverpool as asked for, all members, P0001 first. @return their member ids */
    public List<Long> people(long consultationId, int count) {
        List<Long> members = new ArrayList<>();
        for (int n = 1; n <= count; n++) members.add(person(consultationId, "P%04d".formatted(n), "CA", "L12"));
        return members;
    }

    public long person(long consultationId, String staffNumber, String grade, String homeDistrict) {
        staff(staffNumber, grade, homeDistrict);
        jdbc.sql("INSERT INTO cohort_member (consultation_id, staff_number, joined_at) VALUES (?, ?, NOW(3))")
                .params(consultationId, staffNumber)
                .update();
        return lastId("cohort_member");
    }

    /** A colleague at PSC Liverpool who is not in any consultation. */
    public void staff(String staffNumber, String grade, String homeDistrict) {
        jdbc.sql("""
            INSERT INTO staff (staff_number, display_name, email, grade, fte_percent, site_code, team_code, line_manager_staff_number, region_code, start_date,
              experience_months, vetting_status, home_postcode_district)
            VALUES (?, ?, ?, ?, 100, 'LIVERPOOL_CUNARD', 'PSC_LIVERPOOL_ADMIN', 'LM001', 'NW', '2020-01-01', 24, 'CLEARED', ?)
            """)
                .params(
                        staffNumber,
                        "Person " + staffNumber,
                        staffNumber.toLowerCase() + "@example.org",
                        grade,
                        homeDistrict)
                .update();
    }

    /** Places for a role at a site, as imported by the region's HR. */
    public void vacancy(String siteCode, String roleCode, int places) {
        jdbc.sql(
                        "INSERT INTO vacancy (site_code, role_code, places, tasks) VALUES (?, ?, ?, 'Terminations|Court lists')")
                .params(siteCode, roleCode, places)
                .update();
    }

    /** Minutes from a home district to a site. */
    public void journey(String homeDistrict, String siteCode, int minutes) {
        jdbc.sql("INSERT IGNORE INTO travel_time (home_district, site_code, minutes, mode) VALUES (?, ?, ?, 'CAR')")
                .params(homeDistrict, siteCode, minutes)
                .update();
    }

    /** What the person asked for, best first. */
    public void answer(long memberId, Long... options) {
        jdbc.sql(
                        "INSERT INTO preference_answer (member_id, kind, long_journey_agreed, given_by, given_at) VALUES (?, ?, FALSE, 'P0001', NOW(3))")
                .params(memberId, options.length == 0 ? "UNAVAILABLE" : "OWN")
                .update();
        long answer = lastId("preference_answer");
        for (int rank = 1; rank <= options.length; rank++) {
            jdbc.sql("INSERT INTO preference_choice (answer_id, choice_rank, option_id) VALUES (?, ?, ?)")
                    .params(answer, rank, options[rank - 1])
                    .update();
        }
    }

    public void left(long memberId) {
        jdbc.sql("UPDATE cohort_member SET left_at = NOW(3) WHERE id = ?")
                .param(memberId)
                .update();
    }

    private long lastId(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }
}
