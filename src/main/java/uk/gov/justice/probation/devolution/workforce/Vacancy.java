package uk.gov.justice.probation.devolution.workforce;

import java.util.List;

/**
 * The free places (at least one) of one role at one site. {@code tasks} are what somebody who takes one will do, as
 * worded in the file {@code vacancies}.
 *
 * @param ftePercent their full-time equivalents, in hundredths
 */
public record Vacancy(
        String siteCode,
        String siteName,
        String role,
        String roleName,
        String grade,
        int places,
        int ftePercent,
        List<String> tasks) {
    public Vacancy {
        tasks = List.copyOf(tasks);
    }
}
