/** The panel looks at the allocation, moves people with a reason, and confirms. */
package uk.gov.justice.probation.devolution.preferencing.panel;
