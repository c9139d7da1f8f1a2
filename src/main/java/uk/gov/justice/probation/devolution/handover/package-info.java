/** A region takes over the cases of a service: readiness, decision, inventory, frozen queues, transfer and review. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "facts",
            "notification",
            "persistence",
            "refusal",
            "security",
            "watching",
            "web",
            "workforce"
        })
package uk.gov.justice.probation.devolution.handover;

import org.springframework.modulith.ApplicationModule;
