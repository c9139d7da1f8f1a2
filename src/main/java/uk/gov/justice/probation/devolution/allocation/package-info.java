/**
 * The assignment of people to places that an aim and a lottery determine, explained: plain Java, no database, no
 * framework.
 */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.allocation;

import org.springframework.modulith.ApplicationModule;
