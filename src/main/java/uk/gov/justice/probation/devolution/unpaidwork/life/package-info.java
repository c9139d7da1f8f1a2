/**
 * What happens to an order from outside: stopping, handovers and freezes, and what falls due each day; and the page
 * that shows it all.
 */
package uk.gov.justice.probation.devolution.unpaidwork.life;
