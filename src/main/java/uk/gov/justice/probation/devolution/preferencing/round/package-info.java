/** A round of preferencing: the published places that can be chosen, and the closing dates. */
package uk.gov.justice.probation.devolution.preferencing.round;
