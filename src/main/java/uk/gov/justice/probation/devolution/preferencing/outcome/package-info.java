/** The letters that inform people of their place, the appeal window, and figures about the results. */
package uk.gov.justice.probation.devolution.preferencing.outcome;
