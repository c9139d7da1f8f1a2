/** Decides who gets which place: official and what-if runs of the solver, and the explanation of each result. */
package uk.gov.justice.probation.devolution.preferencing.allocating;
