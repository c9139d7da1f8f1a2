/** Where the seed of a draw comes from, and what is published so that anybody can compute the draw again. */
package uk.gov.justice.probation.devolution.preferencing.drawing;
