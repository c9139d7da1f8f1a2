/**
 * Which projects an order may go to, and which of them suits best: plain Java, no database, no framework (ADR 0079).
 */
package uk.gov.justice.probation.devolution.unpaidwork.matching;
