/** An order of unpaid work: where it stands, its minutes, its notes, and when it is complete. */
package uk.gov.justice.probation.devolution.unpaidwork.order;
