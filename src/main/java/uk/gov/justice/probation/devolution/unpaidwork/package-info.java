/** Unpaid work: orders and their states, projects and whom they suit, sessions and their minutes, and enforcement. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "confidential",
            "facts",
            "handover",
            "imports",
            "letters",
            "persistence",
            "refusal",
            "security",
            "web",
            "workforce"
        })
package uk.gov.justice.probation.devolution.unpaidwork;

import org.springframework.modulith.ApplicationModule;
