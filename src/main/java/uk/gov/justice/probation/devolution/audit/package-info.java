/** Who decided what, on which facts: append-only, read by those who may. */
@ApplicationModule(allowedDependencies = {"calendar", "security"})
package uk.gov.justice.probation.devolution.audit;

import org.springframework.modulith.ApplicationModule;
