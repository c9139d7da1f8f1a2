/** Sessions: planned, prepared, over, recorded in a file or a task, settled, and what they credit. */
package uk.gov.justice.probation.devolution.unpaidwork.session;
