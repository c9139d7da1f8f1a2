/** Who gets which place: runs of the solver, official and what-if, and the explanation of each result. */
package uk.gov.justice.probation.devolution.preferencing.allocating;
