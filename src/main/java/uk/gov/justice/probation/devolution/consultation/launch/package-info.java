/** Launching a consultation, setting out its scope, and adding the people concerned. */
package uk.gov.justice.probation.devolution.consultation.launch;
