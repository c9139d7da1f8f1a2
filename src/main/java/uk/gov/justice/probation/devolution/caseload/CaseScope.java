package uk.gov.justice.probation.devolution.caseload;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * The cases of a colleague's regions and units: those of a region in which they have one of the given roles, and those
 * for which a unit in which they have one does a service. The PSC Service Owner has all. The same rule exists in Java,
 * for one case, and in SQL, for lists. What may be shown of a limited-access case is decided by {@link CaseAccess}.
 */
public final class CaseScope {
    private static final String NOWHERE = "";

    /**
     * Whether their units do anything for a case of another region: asked once for a list. For most colleagues of a
     * region they do not, and then no case of another region is looked up.
     */
    private static final String SERVE_OTHERS =
            "EXISTS (SELECT 1 FROM unit theirs JOIN case_service away ON away.unit_code = theirs.code AND away.open_mark = 1 "
                    + "WHERE theirs.slug IN (:slugs) AND away.region_code NOT IN (:regionCodes))";

    private final boolean everywhere;
    private final Set<String> slugs;

    private CaseScope(boolean everywhere, Set<String> slugs) {
        this.everywhere = everywhere;
        this.slugs = slugs;
    }

    /** @param roles one of which the colleague must have there */
    public static CaseScope of(Colleague colleague, Set<Role> roles) {
        return new CaseScope(
                colleague.isServiceOwner(),
                colleague
                        .taskGroups()
                        .filter(group -> roles.contains(group.role()))
                        .map(TaskGroup::slug)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The same rule as {@link #has} in SQL, with {@link #parameters}.
     *
     * @param region the column with the code of the case's region
     * @param caseId the column with the case's id
     */
    public static String sql(String region, String caseId) {
        return sql(region, caseId, "");
    }

    /** Like {@link #sql(String, String)}, but counting only the units that do this particular service for the case. */
    public static String sqlFor(String service, String region, String caseId) {
        return sql(region, caseId, " AND served.service_code = '%s'".formatted(service));
    }

    private static String sql(String region, String caseId, String service) {
        return "(:everywhere OR LOWER(%s) IN (:slugs) OR %s AND EXISTS (SELECT 1 FROM caseload_unit_view served WHERE served.case_id = %s AND served.slug IN (:slugs)%s))"
                .formatted(region, SERVE_OTHERS, caseId, service);
    }

    public Map<String, Object> parameters() {
        Set<String> theirs = slugs.isEmpty() ? Set.of(NOWHERE) : slugs;
        return Map.of(
                "everywhere",
                everywhere,
                "slugs",
                theirs,
                "regionCodes",
                theirs.stream().map(slug -> slug.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    public boolean hasRegion(String slug) {
        return everywhere || slugs.contains(slug);
    }

    /** @param units the slugs of the units that do a service for the case */
    boolean has(ProbationCase probationCase, Set<String> units) {
        return hasRegion(probationCase.regionSlug()) || units.stream().anyMatch(slugs::contains);
    }
}
