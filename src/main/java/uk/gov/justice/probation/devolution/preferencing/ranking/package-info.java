/** People's rankings of places, the rules that exclude a place, and the reminders. */
package uk.gov.justice.probation.devolution.preferencing.ranking;
