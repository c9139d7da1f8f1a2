/**
 * Why a request is refused: six kinds, each with a sentence for the person who made it. The API, pages and tasks each
 * translate a kind in one place.
 */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.refusal;

import org.springframework.modulith.ApplicationModule;
