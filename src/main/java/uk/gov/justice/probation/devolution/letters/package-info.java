/**
 * Letters to members of staff, written from templates, stored encrypted as HTML and PDF with their hashes, and sent;
 * and letters about cases, which are posted.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "caseload",
            "confidential",
            "facts",
            "notification",
            "persistence",
            "refusal",
            "security",
            "watching",
            "web",
            "workforce"
        })
package uk.gov.justice.probation.devolution.letters;

import org.springframework.modulith.ApplicationModule;
