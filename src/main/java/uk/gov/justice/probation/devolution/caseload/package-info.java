/** The cases of people on probation as their files say, who does which service for them, and who may see one. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "imports",
            "notification",
            "persistence",
            "refusal",
            "security",
            "web"
        })
package uk.gov.justice.probation.devolution.caseload;

import org.springframework.modulith.ApplicationModule;
