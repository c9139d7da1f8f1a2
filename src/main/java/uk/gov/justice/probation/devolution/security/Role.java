package uk.gov.justice.probation.devolution.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The roles of the service, a closed list. Most roles are held for something, such as a region. Which regions, service
 * centres and unions there are is reference data (view {@code task_scope}), not code.
 */
public enum Role {
    PSC_SERVICE_OWNER("PSC Service Owner"),
    PSC_MANAGER("PSC manager of a site", Scope.CENTRE),
    CHANGE("Region's change lead", Scope.REGION),
    HR("Regional HR", Scope.REGION),
    TU("Trade union", Scope.UNION),
    PREFERENCE_PANEL("Panel", Scope.REGION),
    APPEAL_MANAGER("Independent manager", Scope.REGION),
    APPEAL_PANEL("Appeal panel", Scope.REGION),
    APPEAL_CHAIR("Chair of the appeal panel", Scope.REGION),
    CASE_ADMIN("Case administrator", Scope.REGION, Scope.CENTRE),
    PSO("Probation services officer", Scope.REGION),
    SPO("Senior probation officer", Scope.REGION),
    PRACTITIONER("Practitioner", Scope.REGION),
    PLACEMENT_COORDINATOR("Placement coordinator", Scope.REGION),
    UPW_SUPERVISOR("Unpaid work supervisor", Scope.REGION),
    HEAD_OF_OPERATIONS("Head of operations", Scope.REGION),
    DATA_LEAD("Data lead", Scope.REGION),
    PROGRAMME("Programme office", Scope.REGION),
    RPD("Regional Probation Director", Scope.REGION);

    /** What a role can be held for. */
    public enum Scope {
        REGION,
        CENTRE,
        UNION
    }

    private final String title;
    private final Scope[] scopes;

    Role(String title, Scope... scopes) {
        this.title = title;
        this.scopes = scopes;
    }

    /** The wording for people, e.g. "Regional HR". */
    public String title() {
        return title;
    }

    /** The prefix of its task groups, e.g. {@code head-of-operations}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word();
    }

    /** Whether it is held for nothing in particular. */
    public boolean isForAll() {
        return scopes.length == 0;
    }

    public boolean isHeldFor(Scope scope) {
        return Arrays.asList(scopes).contains(scope);
    }

    /**
     * The role of a task group by its name; empty if the name does not begin with a role. What follows the role is
     * ignored.
     */
    static Optional<Role> of(String group) {
        return Arrays.stream(values())
                .filter(role -> role.isForAll() ? group.equals(role.word()) : group.startsWith(role.word() + "-"))
                .max(Comparator.comparingInt(role -> role.word().length()));
    }
}
