/** Messages to task groups, shown on the console. */
@ApplicationModule(allowedDependencies = {"calendar", "refusal", "security", "web"})
package uk.gov.justice.probation.devolution.notification;

import org.springframework.modulith.ApplicationModule;
