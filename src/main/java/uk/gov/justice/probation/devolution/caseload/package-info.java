/**
 * The cases of people on probation as their files describe them, which unit does which service for them, and who may
 * see them.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "facts",
            "imports",
            "notification",
            "persistence",
            "refusal",
            "security",
            "web"
        })
package uk.gov.justice.probation.devolution.caseload;

import org.springframework.modulith.ApplicationModule;
