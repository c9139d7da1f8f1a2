/**
 * Telling people by email that something has opened for them or their group: at once, once a day or not at all, as each
 * of them chooses.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "letters",
            "notification",
            "persistence",
            "refusal",
            "security",
            "watching",
            "web",
            "work",
            "workforce"
        })
package uk.gov.justice.probation.devolution.telling;

import org.springframework.modulith.ApplicationModule;
