/** Location preferencing: people rank places, the solver allocates them, the panel confirms, letters tell, appeals are heard (location-preferencing). */
package uk.gov.justice.probation.devolution.preferencing;
