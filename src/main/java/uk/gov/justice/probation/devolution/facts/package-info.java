/**
 * Facts that change after processes have read them: what files changed, kept until the processes that run have looked
 * again, and what each family of processes does about each fact.
 */
@ApplicationModule(allowedDependencies = "calendar")
package uk.gov.justice.probation.devolution.facts;

import org.springframework.modulith.ApplicationModule;
