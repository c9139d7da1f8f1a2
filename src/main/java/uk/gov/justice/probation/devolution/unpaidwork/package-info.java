/**
 * Unpaid work: orders and their states, projects and who fits them, sessions and their minutes, enforcement
 * (upw-placement).
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "confidential",
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
