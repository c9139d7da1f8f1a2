/** The panel, which reviews the allocation, moves people with a reason, and confirms the result. */
package uk.gov.justice.probation.devolution.preferencing.panel;
