/**
 * A region takes the cases of one service over: readiness, decision, inventory, frozen queues, transfer and review
 * (service-handover, site-move).
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "notification",
            "persistence",
            "refusal",
            "security",
            "web",
            "workforce"
        })
package uk.gov.justice.probation.devolution.handover;

import org.springframework.modulith.ApplicationModule;
