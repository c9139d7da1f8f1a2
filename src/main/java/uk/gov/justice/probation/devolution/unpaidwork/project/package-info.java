/** Projects, the days they run, and the choice of a project for an order. */
package uk.gov.justice.probation.devolution.unpaidwork.project;
