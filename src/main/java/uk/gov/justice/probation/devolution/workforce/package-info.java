/** Staff and their line managers, sites, vacancies, and journeys from homes to sites. */
@ApplicationModule(
        allowedDependencies = {"audit", "calendar", "facts", "imports", "persistence", "refusal", "security"})
package uk.gov.justice.probation.devolution.workforce;

import org.springframework.modulith.ApplicationModule;
