/** A round of preferencing: the places that can be chosen, published, and until when. */
package uk.gov.justice.probation.devolution.preferencing.round;
