/** What every family's entities and repositories rest on: rows held while they change, what entities and SQL know of each other, and what happened told when it is saved. */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.persistence;

import org.springframework.modulith.ApplicationModule;
