package uk.gov.justice.probation.devolution.work.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.work.IncidentQuery;
import uk.gov.justice.probation.devolution.work.StandingIncident;

/**
 * For every page about something whose process may stand on an incident. A page about one says {@code ~{work/parts ::
 * stopped (${@standingIncidents.about(subject)})}}; a list asks once for all its rows by {@code bySubject}.
 */
@Component("standingIncidents")
class StandingIncidents {
    private final IncidentQuery incidents;

    StandingIncidents(IncidentQuery incidents) {
        this.incidents = incidents;
    }

    /** @param subject e.g. {@code handover/12} */
    public List<StandingIncident> about(String subject) {
        return bySubject(List.of(subject)).getOrDefault(subject, List.of());
    }

    public Map<String, List<StandingIncident>> bySubject(Collection<String> subjects) {
        return incidents.about(subjects);
    }
}
