package uk.gov.justice.probation.devolution.camunda.migration;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.Release;

/** The migration plan that comes with this release. */
@Component
class PlanOfThisRelease {
    private final MigrationPlan plan = MigrationPlan.ofRelease(Release.NUMBER);

    MigrationPlan plan() {
        return plan;
    }
}
