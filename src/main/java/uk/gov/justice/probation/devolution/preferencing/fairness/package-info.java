/** Whether places were shared out fairly, in tables from which nobody can make out a person. */
package uk.gov.justice.probation.devolution.preferencing.fairness;
