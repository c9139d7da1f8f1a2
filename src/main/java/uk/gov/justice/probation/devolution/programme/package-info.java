/** The plan, and its launch in the regions that it names: one handover after the other (devolution-programme). */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "handover",
            "imports",
            "notification",
            "persistence",
            "refusal",
            "security",
            "web",
            "workforce"
        })
package uk.gov.justice.probation.devolution.programme;

import org.springframework.modulith.ApplicationModule;
