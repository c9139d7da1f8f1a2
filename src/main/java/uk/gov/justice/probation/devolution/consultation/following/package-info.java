/** Following a consultation: its steps with their dates, who has answered and who has not, and reminding those. */
package uk.gov.justice.probation.devolution.consultation.following;
