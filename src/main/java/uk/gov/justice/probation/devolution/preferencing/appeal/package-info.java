/** Appeals: lodged, checked, reviewed, heard and decided, and what follows for places. */
package uk.gov.justice.probation.devolution.preferencing.appeal;
