package uk.gov.justice.probation.devolution.consultation.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/** The sites with vacancies in a person's region, and what their adjustments say about each. */
@Component
class OfferedSites {
    private static final String REQUIRED = "REQUIRED";
    private static final String EXCLUDED = "EXCLUDED";

    private final Vacancies vacancies;

    OfferedSites(Vacancies vacancies) {
        this.vacancies = vacancies;
    }

    /** By code, ordered by name. */
    Map<String, String> to(StaffMember person) {
        Map<String, String> sites = new LinkedHashMap<>();
        vacancies.of(person.regionCode()).stream()
                .sorted(Comparator.comparing(Vacancy::siteName))
                .forEach(vacancy -> sites.put(vacancy.siteCode(), vacancy.siteName()));
        return sites;
    }

    /**
     * What becomes of adjustments; what they say about sites that have no vacancy now stays.
     *
     * @param fields {@code site-CODE} is REQUIRED, EXCLUDED or empty; other sites and other fields are not read
     */
    UnaryOperator<Adjustments> adjusted(StaffMember person, String text, Map<String, String> fields) {
        Set<String> sites = to(person).keySet();
        return kept -> new Adjustments(
                chosen(REQUIRED, sites, fields, kept.requiredSites()),
                chosen(EXCLUDED, sites, fields, kept.excludedSites()),
                text);
    }

    private static Set<String> chosen(String what, Set<String> sites, Map<String, String> fields, Set<String> kept) {
        Set<String> chosen = new HashSet<>(kept);
        chosen.removeAll(sites);
        sites.stream().filter(site -> what.equals(fields.get("site-" + site))).forEach(chosen::add);
        return chosen;
    }
}
