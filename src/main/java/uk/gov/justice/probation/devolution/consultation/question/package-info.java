/** Events for staff, and the questions and answers that are published. */
package uk.gov.justice.probation.devolution.consultation.question;
