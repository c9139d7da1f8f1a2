/** What was said in confidence: stored encrypted, shown to few, and erased in time. */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "refusal", "security", "workforce"})
package uk.gov.justice.probation.devolution.confidential;

import org.springframework.modulith.ApplicationModule;
