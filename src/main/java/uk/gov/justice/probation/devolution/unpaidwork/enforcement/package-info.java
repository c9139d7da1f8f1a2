/** What follows from a failure: reasons and their judgement, warnings, breach, and the correction of outcomes. */
package uk.gov.justice.probation.devolution.unpaidwork.enforcement;
