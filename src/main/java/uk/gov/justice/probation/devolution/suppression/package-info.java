/** Which counts about people may be shown, so that nobody can be made out: plain Java, no database, no framework. */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.suppression;

import org.springframework.modulith.ApplicationModule;
