package uk.gov.justice.probation.devolution.workforce;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts the people who work together. */
@Service
public class TeamsOverview {

    /** The people of a grade who work at a site. */
    public record Team(String siteCode, String grade, int people, int experienced) {}

    private final JdbcClient jdbc;

    TeamsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The teams of these sites.
     *
     * @param months of experience after which a person counts as experienced
     * @param without staff numbers of people to leave out
     */
    public List<Team> at(Collection<String> siteCodes, int months, Collection<String> without) {
        if (siteCodes.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT site_code, grade, COUNT(*) AS people, SUM(experience_months >= :months) AS experienced FROM staff
            WHERE site_code IN (:sites) AND (:nobody OR staff_number NOT IN (:without)) GROUP BY site_code, grade
            """)
                .param("months", months)
                .param("sites", siteCodes)
                .param("nobody", without.isEmpty())
                .param("without", without.isEmpty() ? List.of("") : without)
                .query(Team.class)
                .list();
    }
}
