/** One-to-ones between a member of staff and their line manager. */
package uk.gov.justice.probation.devolution.consultation.onetoone;
