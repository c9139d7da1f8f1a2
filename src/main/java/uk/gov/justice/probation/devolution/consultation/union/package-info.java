/** The collective stage: the unions are consulted, then the individual stage is opened. */
package uk.gov.justice.probation.devolution.consultation.union;
