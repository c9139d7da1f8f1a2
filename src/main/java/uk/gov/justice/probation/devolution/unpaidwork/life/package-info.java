/**
 * What happens to an order from outside: it is stopped, handed over or frozen, and what falls due each day; and the
 * page that shows all of it.
 */
package uk.gov.justice.probation.devolution.unpaidwork.life;
