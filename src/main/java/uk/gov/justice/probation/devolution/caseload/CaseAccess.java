package uk.gov.justice.probation.devolution.caseload;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Who may see a case: colleagues of its region, or of a unit that does one of its services, whose role works on cases
 * ({@link CaseScope}); and its practitioner, whose user name is their staff number. If access is limited for any event
 * of the person, only the practitioners of the person's events and colleagues granted access may see it, and not even
 * the PSC Service Owner (ADR 0043). The view {@code limited_person_reader} lists them, for Java and SQL alike.
 */
@Service
public class CaseAccess {
    private static final Set<Role> WORKING_ON_CASES = EnumSet.of(
            Role.CASE_ADMIN,
            Role.PSO,
            Role.SPO,
            Role.PRACTITIONER,
            Role.PLACEMENT_COORDINATOR,
            Role.UPW_SUPERVISOR,
            Role.HEAD_OF_OPERATIONS,
            Role.DATA_LEAD,
            Role.PSC_MANAGER);

    private final CaseAccessQuery query;

    CaseAccess(CaseAccessQuery query) {
        this.query = query;
    }

    /**
     * An SQL condition: access to the person is not limited, or the colleague whose user name is {@code :reader} has
     * it. {@link CaseScope} checks regions and units.
     *
     * @param crn the column with the person's CRN
     */
    public static String readable(String crn) {
        return "(%1$s NOT IN (SELECT crn FROM limited_person) OR %1$s IN (SELECT crn FROM limited_person_reader WHERE user_name = :reader))"
                .formatted(crn);
    }

    /** Whether the colleague's role works on cases, wherever that is. */
    public static boolean worksOnCases(Colleague colleague) {
        return colleague.isServiceOwner() || WORKING_ON_CASES.stream().anyMatch(colleague::holdsSomewhere);
    }

    public boolean maySee(ProbationCase probationCase, Colleague colleague) {
        return maySee(List.of(probationCase), colleague, new Units(List.of(probationCase)))
                .contains(probationCase.id());
    }

    /** @throws NotAllowedException naming only the CRN */
    public void mustSee(ProbationCase probationCase, Colleague colleague) {
        if (!maySee(probationCase, colleague)) throw notSeen(probationCase, colleague);
    }

    /**
     * Whether the colleague may see the case and has one of the roles in its region or in a unit that does one of its
     * services.
     *
     * @param roles without the region, e.g. {@code upw-supervisor}
     */
    public boolean mayWorkOn(ProbationCase probationCase, Colleague colleague, Role... roles) {
        Units units = new Units(List.of(probationCase));
        return maySee(List.of(probationCase), colleague, units).contains(probationCase.id())
                && holds(probationCase, colleague, units, roles);
    }

    /**
     * Like {@link #mayWorkOn}.
     *
     * @throws NotAllowedException naming the CRN, and the roles too if the colleague may see the case
     */
    public void mustWorkOn(ProbationCase probationCase, Colleague colleague, Role... roles) {
        Units units = new Units(List.of(probationCase));
        if (!maySee(List.of(probationCase), colleague, units).contains(probationCase.id()))
            throw notSeen(probationCase, colleague);
        if (holds(probationCase, colleague, units, roles)) return;
        throw new NotAllowedException(
                "Only a colleague in the group %s can do this for CRN %s. You are signed in as %s."
                        .formatted(
                                Arrays.stream(roles).map(probationCase::group).collect(Collectors.joining(" or ")),
                                probationCase.crn(),
                                colleague.userName()));
    }

    /**
     * The cases among these of which the colleague may see more than the CRN. Takes no more queries for a list than for
     * one case.
     */
    public Set<Long> visible(Collection<ProbationCase> listed, Colleague colleague) {
        return maySee(listed, colleague, new Units(listed));
    }

    private Set<Long> maySee(Collection<ProbationCase> listed, Colleague colleague, Units units) {
        Set<String> read = listed.stream().anyMatch(ProbationCase::limitedAccess)
                ? query.limitedReadBy(colleague.userName())
                : Set.of();
        CaseScope scope = CaseScope.of(colleague, WORKING_ON_CASES);
        return listed.stream()
                .filter(one -> one.limitedAccess()
                        ? read.contains(one.crn())
                        : scope.hasRegion(one.regionSlug())
                                || colleague.userName().equals(one.practitioner())
                                || scope.has(one, units.of(one)))
                .map(ProbationCase::id)
                .collect(Collectors.toSet());
    }

    private static boolean holds(ProbationCase probationCase, Colleague colleague, Units units, Role... roles) {
        return holds(colleague, probationCase.regionSlug(), roles)
                || units.of(probationCase).stream().anyMatch(unit -> holds(colleague, unit, roles));
    }

    private static boolean holds(Colleague colleague, String slug, Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> colleague.holds(role, slug));
    }

    private static NotAllowedException notSeen(ProbationCase probationCase, Colleague colleague) {
        return new NotAllowedException(
                probationCase.limitedAccess()
                        ? "CRN %s is a limited-access case. Only its practitioner and people who have been given access can see it: ask a senior probation officer of its region for access."
                                .formatted(probationCase.crn())
                        : "CRN %s belongs to the region %s. Only colleagues who work on cases there, or in a unit that does a service for it, can see it. You are signed in as %s."
                                .formatted(probationCase.crn(), probationCase.regionName(), colleague.userName()));
    }

    /** The units that do services for some cases. Read only if needed, and then once for all of them. */
    private final class Units {
        private final Collection<ProbationCase> cases;
        private Map<Long, Set<String>> read;

        Units(Collection<ProbationCase> cases) {
            this.cases = cases;
        }

        Set<String> of(ProbationCase probationCase) {
            if (read == null)
                read = query.units(cases.stream().map(ProbationCase::id).collect(Collectors.toSet()));
            return read.getOrDefault(probationCase.id(), Set.of());
        }
    }
}
