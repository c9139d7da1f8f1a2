package uk.gov.justice.probation.devolution.web;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Launches in the North West that somebody prepares, with every answer given. */
public final class SomeDrafts {
    private final JdbcClient jdbc;

    public SomeDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the people with this number, by a file; no places come with it. */
    public long complete(String owner, String staffNumber) {
        return draft(owner, "staffNumber\n%s\n".formatted(staffNumber), null);
    }

    public long ofFiles(String owner, String people, String vacancies) {
        return draft(owner, people, vacancies);
    }

    private long draft(String owner, String people, String vacancies) {
        jdbc.sql("""
            INSERT INTO launch_draft (owner, region_code, name, people, sites, grades, people_file, people_file_name, places, vacancies_file, vacancies_file_name, objective,
              max_choices, mobility_limit, changed_at)
            SELECT :owner, 'NW', CONCAT('A draft ', COUNT(*) + 1), 'FILE', '', '', :people, 'people.csv', IF(:vacancies IS NULL, 'KNOWN', 'NEW'), :vacancies, 'vacancies.csv',
              'GREEDY', 5, 90, NOW(3) FROM launch_draft
            """)
                .param("owner", owner)
                .param("people", people.getBytes(StandardCharsets.UTF_8))
                .param("vacancies", vacancies == null ? null : vacancies.getBytes(StandardCharsets.UTF_8))
                .update();
        return jdbc.sql("SELECT MAX(id) FROM launch_draft").query(Long.class).single();
    }
}
