/** How a consultation ends: confirmed, or not. */
package uk.gov.justice.probation.devolution.consultation.outcome;
