/** Working days and bank holidays, deadlines, and the days that people enter. */
@ApplicationModule(allowedDependencies = {"refusal"})
package uk.gov.justice.probation.devolution.calendar;

import org.springframework.modulith.ApplicationModule;
