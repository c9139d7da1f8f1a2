/**
 * What all entities and repositories rest on: rows locked while they change, SQL and entities kept consistent, and
 * events published when an entity is saved.
 */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.persistence;

import org.springframework.modulith.ApplicationModule;
