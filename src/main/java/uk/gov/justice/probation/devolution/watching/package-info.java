/**
 * The numbers that operators watch: counted in the database by those who own the tables, and shown to Prometheus. What
 * each means and what to do about it is in src/docs/runbook.md.
 */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.watching;

import org.springframework.modulith.ApplicationModule;
