/** What was said in confidence, sealed, opened by few and erased in time. */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "refusal", "security", "workforce"})
package uk.gov.justice.probation.devolution.confidential;

import org.springframework.modulith.ApplicationModule;
