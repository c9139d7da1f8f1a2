/**
 * Sessions: planning, preparing, recording and correcting their outcomes, settling them, and the minutes they credit.
 */
package uk.gov.justice.probation.devolution.unpaidwork.session;
