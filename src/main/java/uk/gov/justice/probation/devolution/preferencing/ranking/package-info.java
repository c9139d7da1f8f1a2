/** What people answer: their order of places, what rules out a place, and the reminders. */
package uk.gov.justice.probation.devolution.preferencing.ranking;
