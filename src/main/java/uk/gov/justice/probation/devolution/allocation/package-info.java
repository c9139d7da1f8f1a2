/** The one best assignment of people to places, explained: plain Java, no database, no framework. */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.allocation;

import org.springframework.modulith.ApplicationModule;
