/** Staff consultation: launched by HR, first with the unions, then with each person, until its outcome (staff-consultation). */
package uk.gov.justice.probation.devolution.consultation;
