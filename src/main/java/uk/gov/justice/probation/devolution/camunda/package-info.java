/**
 * The way to and from the engine: what a task is about, whose answer counts, steps that wait before they are tried
 * again, messages that leave after the commit.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "calendar", "notification", "persistence", "refusal", "security", "web"})
package uk.gov.justice.probation.devolution.camunda;

import org.springframework.modulith.ApplicationModule;
