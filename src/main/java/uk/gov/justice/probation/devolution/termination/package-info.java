/** Ends cases: the due list, what is open, evidence and reviews, the ending itself, events such as a death that end a case at once, and reopening. */
package uk.gov.justice.probation.devolution.termination;
