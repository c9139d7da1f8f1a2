package uk.gov.justice.probation.devolution.camunda;

import java.util.List;

/** The engine's own records of incidents. They say it a second or two later, and throw while Camunda is away. */
public interface IncidentRecords {

    /** All that nobody has resolved. */
    List<IncidentRecord> standing();
}
