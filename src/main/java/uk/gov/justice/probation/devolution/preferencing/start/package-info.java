/** The start in the new place. */
package uk.gov.justice.probation.devolution.preferencing.start;
