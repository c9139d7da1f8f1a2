/** How an order begins: from a file, a handover or by hand; assessed, given to a team, and instructed. */
package uk.gov.justice.probation.devolution.unpaidwork.intake;
