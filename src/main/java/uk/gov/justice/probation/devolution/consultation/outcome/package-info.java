/** The director's decision about the outcome, and the closing report. */
package uk.gov.justice.probation.devolution.consultation.outcome;
