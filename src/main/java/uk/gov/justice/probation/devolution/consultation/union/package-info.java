/** The collective stage: the unions are asked, and the individual stage opens. */
package uk.gov.justice.probation.devolution.consultation.union;
