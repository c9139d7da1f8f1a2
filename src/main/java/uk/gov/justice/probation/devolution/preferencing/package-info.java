/**
 * Location preferencing: people rank places, the solver allocates them, the panel confirms, letters inform people, and
 * appeals are heard.
 */
@ApplicationModule(
        allowedDependencies = {
            "allocation",
            "audit",
            "calendar",
            "camunda",
            "charts",
            "confidential",
            "consultation",
            "facts",
            "letters",
            "notification",
            "persistence",
            "refusal",
            "security",
            "suppression",
            "web",
            "workforce"
        })
package uk.gov.justice.probation.devolution.preferencing;

import org.springframework.modulith.ApplicationModule;
