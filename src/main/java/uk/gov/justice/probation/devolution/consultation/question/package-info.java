/** Events for staff, and the questions that they ask and the answers that are published. */
package uk.gov.justice.probation.devolution.consultation.question;
