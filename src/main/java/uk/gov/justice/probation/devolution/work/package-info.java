/**
 * Your work: the open tasks of each colleague and their groups, kept beside the engine, with what each is about, so
 * that they can be searched, sorted and shown while Camunda is away.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "notification",
            "persistence",
            "refusal",
            "security",
            "watching",
            "web"
        })
package uk.gov.justice.probation.devolution.work;

import org.springframework.modulith.ApplicationModule;
