package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads who works together, what teams do and who has done it for how long. */
@Service
public class TeamsOverview {
    private static final List<String> NONE = List.of("");

    /** The people of a grade who work at a site and are not away. */
    public record Team(String siteCode, String grade, int people, int experienced) {}

    /**
     * The team that takes in whoever gets a role at a site.
     *
     * @param months for which each of the people who stay in it has done its work
     */
    public record Receiving(String siteCode, String roleCode, String name, String work, List<Integer> months) {}

    private final JdbcClient jdbc;

    TeamsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The teams of these sites.
     *
     * @param months of experience after which a person counts as experienced
     * @param without staff numbers of people to leave out
     * @param day on which whoever is away does not count
     */
    public List<Team> at(Collection<String> siteCodes, int months, Collection<String> without, LocalDate day) {
        if (siteCodes.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT site_code, grade, COUNT(*) AS people, SUM(experience_months >= :months) AS experienced FROM staff
            WHERE site_code IN (:sites) AND (:nobody OR staff_number NOT IN (:without)) AND (absence IS NULL OR absence_until < :day)
            GROUP BY site_code, grade
            """)
                .param("months", months)
                .param("sites", siteCodes)
                .param("nobody", without.isEmpty())
                .param("without", without.isEmpty() ? NONE : without)
                .param("day", day)
                .query(Team.class)
                .list();
    }

    /** The teams that take people in at these sites, as far as HR has provided them. */
    public List<Receiving> receiving(Collection<String> siteCodes) {
        return jdbc.sql(
                        "SELECT site_code, role_code, name, work, months FROM receiving_team WHERE site_code IN (:sites)")
                .param("sites", siteCodes.isEmpty() ? NONE : siteCodes)
                .query((row, n) -> new Receiving(
                        row.getString("site_code"),
                        row.getString("role_code"),
                        row.getString("name"),
                        row.getString("work"),
                        months(row.getString("months"))))
                .list();
    }

    /** Months by work, for each of these people who has any. */
    public Map<String, Map<String, Integer>> experience(Collection<String> staffNumbers) {
        Map<String, Map<String, Integer>> months = new HashMap<>();
        jdbc.sql("SELECT staff_number, work, months FROM work_experience WHERE staff_number IN (:staff)")
                .param("staff", staffNumbers.isEmpty() ? NONE : staffNumbers)
                .query(row -> {
                    months.computeIfAbsent(row.getString("staff_number"), staff -> new HashMap<>())
                            .put(row.getString("work"), row.getInt("months"));
                });
        return months;
    }

    private static List<Integer> months(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split("\\|")).map(Integer::valueOf).toList();
    }
}
