/** Appeals: lodging, admission, review and decision, and what follows for people's places. */
package uk.gov.justice.probation.devolution.preferencing.appeal;
