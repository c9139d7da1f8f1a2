/** Who decided what, based on which facts: append-only, for those who may read it. */
@ApplicationModule(allowedDependencies = {"calendar", "persistence", "security", "web"})
package uk.gov.justice.probation.devolution.audit;

import org.springframework.modulith.ApplicationModule;
