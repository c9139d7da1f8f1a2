package uk.gov.justice.probation.devolution.work;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Whose incidents a colleague reads: those of the regions in which they manage; a PSC manager, whose site works for
 * many regions, those of all. Which case it is they read where they work with cases.
 */
record IncidentScope(boolean everywhere, Set<String> regions, boolean everyCase, Set<String> regionsOfCases) {
    private static final List<Role> MANAGING =
            List.of(Role.HEAD_OF_OPERATIONS, Role.DATA_LEAD, Role.CASE_ADMIN, Role.PROGRAMME, Role.RPD, Role.HR);
    private static final List<Role> WITH_CASES = List.of(Role.HEAD_OF_OPERATIONS, Role.DATA_LEAD, Role.CASE_ADMIN);

    static final String SQL = "(:everywhere OR i.region_code IN (:regions)) ";

    static IncidentScope of(Colleague colleague) {
        return new IncidentScope(
                colleague.isServiceOwner() || colleague.is(Role.PSC_MANAGER),
                heldFor(colleague, MANAGING),
                colleague.isServiceOwner(),
                heldFor(colleague, WITH_CASES));
    }

    boolean isAny() {
        return everywhere || !regions.isEmpty();
    }

    boolean holdsCase(String region) {
        return everyCase || regionsOfCases.contains(region);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("everywhere", everywhere);
        parameters.put("regions", regions.isEmpty() ? Set.of("") : regions);
        return parameters;
    }

    private static Set<String> heldFor(Colleague colleague, List<Role> roles) {
        return roles.stream()
                .flatMap(role -> colleague.heldFor(role).stream())
                .map(slug -> slug.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
