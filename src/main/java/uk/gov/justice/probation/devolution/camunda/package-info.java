/**
 * The connection to the engine: what a task is about, whose answer counts, when failed steps are retried, and messages
 * sent after the commit.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "notification",
            "persistence",
            "refusal",
            "security",
            "watching",
            "web"
        })
package uk.gov.justice.probation.devolution.camunda;

import org.springframework.modulith.ApplicationModule;
