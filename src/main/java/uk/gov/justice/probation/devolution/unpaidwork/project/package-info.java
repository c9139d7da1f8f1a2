/** Projects, the days they run, and which of them an order is placed on. */
package uk.gov.justice.probation.devolution.unpaidwork.project;
