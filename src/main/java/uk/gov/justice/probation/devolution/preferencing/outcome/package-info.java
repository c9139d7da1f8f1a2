/** The letters that inform everybody of their place, and the figures about them. */
package uk.gov.justice.probation.devolution.preferencing.outcome;
