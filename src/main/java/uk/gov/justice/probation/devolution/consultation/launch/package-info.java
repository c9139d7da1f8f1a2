/** Launching a consultation, setting its scope, and adding those concerned. */
package uk.gov.justice.probation.devolution.consultation.launch;
