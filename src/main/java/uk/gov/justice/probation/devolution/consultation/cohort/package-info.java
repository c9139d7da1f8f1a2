/** Who is part of a consultation, as people join, leave or change. */
package uk.gov.justice.probation.devolution.consultation.cohort;
