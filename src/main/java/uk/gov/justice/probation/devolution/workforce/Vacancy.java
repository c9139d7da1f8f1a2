package uk.gov.justice.probation.devolution.workforce;

import java.util.List;

/**
 * Free places of one role at one site, at least one; {@code tasks} are what whoever takes one will do, in the words of
 * the file {@code vacancies}.
 */
public record Vacancy(
        String siteCode, String siteName, String role, String roleName, String grade, int places, List<String> tasks) {
    public Vacancy {
        tasks = List.copyOf(tasks);
    }
}
