/**
 * Why something that somebody asked for is not done: six kinds, each with a sentence for them. The API, pages and tasks
 * translate each kind once.
 */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.refusal;

import org.springframework.modulith.ApplicationModule;
