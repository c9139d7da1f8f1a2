/**
 * Ends cases: the due list, what is still open, evidence and reviews, the ending itself, events such as a death that
 * end a case at once, and reopening.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "confidential",
            "facts",
            "handover",
            "letters",
            "persistence",
            "refusal",
            "security",
            "unpaidwork",
            "unpaidwork::life",
            "unpaidwork::order",
            "web"
        })
package uk.gov.justice.probation.devolution.termination;

import org.springframework.modulith.ApplicationModule;
