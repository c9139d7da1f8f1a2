/** An order of unpaid work: its state, its minutes, its notes, and when it is complete. */
package uk.gov.justice.probation.devolution.unpaidwork.order;
