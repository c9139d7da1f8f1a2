/** A consultation is launched, its scope is set, and who is concerned is taken in. */
package uk.gov.justice.probation.devolution.consultation.launch;
