package uk.gov.justice.probation.devolution.handover;

import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** A unit that can be responsible for a service: a PSC site, an office of the London Service Centre, or a region. */
public record Unit(String code, String name, String slug, boolean region) {

    /** The task group of those responsible for the unit. */
    public String ownerGroup() {
        return TaskGroup.of(region ? Role.HEAD_OF_OPERATIONS : Role.PSC_MANAGER, slug)
                .name();
    }
}
