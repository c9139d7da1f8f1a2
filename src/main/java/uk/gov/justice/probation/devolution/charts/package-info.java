/** Pictures of tables, drawn on the server as SVG: bars, days of a plan, and what is left over time. */
@ApplicationModule(allowedDependencies = {})
package uk.gov.justice.probation.devolution.charts;

import org.springframework.modulith.ApplicationModule;
