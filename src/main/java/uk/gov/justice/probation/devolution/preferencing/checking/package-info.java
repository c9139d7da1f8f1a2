/** The documents from which anybody can check a draw, and who may read which. */
package uk.gov.justice.probation.devolution.preferencing.checking;
