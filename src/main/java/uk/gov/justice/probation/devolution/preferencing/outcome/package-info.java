/** The letters that tell everybody their place, and the figures about them. */
package uk.gov.justice.probation.devolution.preferencing.outcome;
