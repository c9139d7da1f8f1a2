/**
 * What every family's entities and repositories rest on: rows locked while they change, what entities and SQL know of
 * each other, and events published when an entity is saved.
 */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.persistence;

import org.springframework.modulith.ApplicationModule;
