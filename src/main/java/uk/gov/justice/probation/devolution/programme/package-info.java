/** The plan, and its launch in the regions it names. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "charts",
            "facts",
            "handover",
            "imports",
            "letters",
            "notification",
            "persistence",
            "refusal",
            "security",
            "web",
            "work",
            "workforce"
        })
package uk.gov.justice.probation.devolution.programme;

import org.springframework.modulith.ApplicationModule;
