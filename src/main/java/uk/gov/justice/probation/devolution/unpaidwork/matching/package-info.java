/** Which projects an order may go to, and which suits best, in plain Java without database or framework (ADR 0079). */
package uk.gov.justice.probation.devolution.unpaidwork.matching;
