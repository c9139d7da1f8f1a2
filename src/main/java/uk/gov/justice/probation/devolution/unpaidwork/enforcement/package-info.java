/** What follows an absence: the reasons judged, warnings, breach, and a correction of what was recorded. */
package uk.gov.justice.probation.devolution.unpaidwork.enforcement;
