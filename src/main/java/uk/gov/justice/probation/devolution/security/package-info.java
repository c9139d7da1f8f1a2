/** Who a colleague is, which roles they have for what, and how they sign in. */
@ApplicationModule(allowedDependencies = {"calendar", "persistence", "refusal"})
package uk.gov.justice.probation.devolution.security;

import org.springframework.modulith.ApplicationModule;
