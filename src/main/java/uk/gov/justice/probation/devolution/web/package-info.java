/** What all pages and the API share: menu, forms, problems and idempotent requests. */
@ApplicationModule(allowedDependencies = {"calendar", "refusal", "security"})
package uk.gov.justice.probation.devolution.web;

import org.springframework.modulith.ApplicationModule;
