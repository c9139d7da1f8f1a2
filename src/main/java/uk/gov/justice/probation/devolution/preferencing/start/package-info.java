/** People's starts in their new place. */
package uk.gov.justice.probation.devolution.preferencing.start;
