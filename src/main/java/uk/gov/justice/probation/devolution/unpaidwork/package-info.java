/** Unpaid work: orders and where they stand, projects and who fits them, sessions and their minutes, enforcement (upw-placement). */
package uk.gov.justice.probation.devolution.unpaidwork;
