/** Staff and their line managers, sites, vacancies, and how far it is from a home to a site. */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "imports", "persistence", "refusal", "security"})
package uk.gov.justice.probation.devolution.workforce;

import org.springframework.modulith.ApplicationModule;
