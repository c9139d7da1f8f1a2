/**
 * Imports files in one format: streamed into a temporary table, checked as a whole, and imported or refused as a whole.
 */
@ApplicationModule(allowedDependencies = {"calendar", "refusal", "security", "web"})
package uk.gov.justice.probation.devolution.imports;

import org.springframework.modulith.ApplicationModule;
