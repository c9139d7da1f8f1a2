/** Staff consultation: launched by HR, first with the unions, then with each person, until its outcome. */
@ApplicationModule(
        allowedDependencies = {
            "allocation",
            "audit",
            "calendar",
            "camunda",
            "confidential",
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
package uk.gov.justice.probation.devolution.consultation;

import org.springframework.modulith.ApplicationModule;
