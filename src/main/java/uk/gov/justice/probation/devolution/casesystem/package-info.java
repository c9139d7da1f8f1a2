/**
 * Tells the case system who does a service for a case since a handover: the manifest of the handover, as a file and by
 * the API, and an event for each case that moved (ADR 98).
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "handover",
            "notification",
            "persistence",
            "security",
            "watching",
            "web"
        })
package uk.gov.justice.probation.devolution.casesystem;

import org.springframework.modulith.ApplicationModule;
