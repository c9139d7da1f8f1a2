/** Files in one format: streamed into a temporary table, checked whole, and taken or refused whole. */
@ApplicationModule(allowedDependencies = {"calendar", "refusal", "security", "web"})
package uk.gov.justice.probation.devolution.imports;

import org.springframework.modulith.ApplicationModule;
