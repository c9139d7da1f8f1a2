/** How an order begins: from the file of requirements or by hand, assessed, placed with a team, and instructed. */
package uk.gov.justice.probation.devolution.unpaidwork.intake;
