package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.ScopeQuery;
import uk.gov.justice.probation.devolution.security.Role;

/** Starts a regional programme with its rows, or refuses it. */
@Service
public class RunningProgrammes {

    /** What a region's process begins with. */
    public record Begun(
            long programmeId, long regionalProgrammeId, String regionName, LocalDate backstop, List<Row> rows) {}

    /** A row of the plan that the process runs. */
    public record Row(Handover handover, String serviceName) {}

    private static final Role OFFICE = Role.PROGRAMME;

    private final Programmes launching;
    private final HandoverRepository handovers;
    private final ScopeQuery scopes;
    private final AskedLaunches asked;
    private final TaskSubjects subjects;
    private final ExpectedCalls calls;
    private final AuditTrail audit;
    private final PlaceQuery places;

    RunningProgrammes(
            Programmes launching,
            HandoverRepository handovers,
            ScopeQuery scopes,
            AskedLaunches asked,
            TaskSubjects subjects,
            ExpectedCalls calls,
            AuditTrail audit,
            PlaceQuery places) {
        this.launching = launching;
        this.handovers = handovers;
        this.scopes = scopes;
        this.asked = asked;
        this.subjects = subjects;
        this.calls = calls;
        this.audit = audit;
        this.places = places;
    }

    /**
     * Starts the programme: its handovers and site moves are expected from now on, and begin when their windows open.
     *
     * @throws uk.gov.justice.probation.devolution.refusal.Refusal with every reason
     */
    @Transactional
    public Begun begin(Long programmeId, String regionCode, long processInstanceKey) {
        RegionalProgramme programme = launching.begin(
                programmeId, asked.confirmed(processInstanceKey).orElse(null), regionCode, processInstanceKey);
        subjects.note(
                processInstanceKey,
                new TaskSubject("regionalProgrammeId", programme.id(), programme.subject(), programme.regionCode()));
        List<Handover> all = rows(programme.id());
        all.stream()
                .filter(row -> row.kind().process() != null)
                .forEach(row -> calls.expect(row.kind().process(), row.id(), processInstanceKey));
        List<Row> rows = all.stream()
                .map(handover ->
                        new Row(handover, scopes.serviceName(handover.service()).orElse(handover.service())))
                .toList();
        return new Begun(programme.programmeId(), programme.id(), regionName(regionCode), programme.backstop(), rows);
    }

    public String regionName(String code) {
        return places.regionName(code);
    }

    /** Records that the programme office has read why a launch was refused. */
    @Transactional
    public void readRefusal(String regionCode, TaskAnswer by) {
        String key = "refusal-read-" + by.taskInstance();
        if (audit.isRecorded(key)) return;
        by.mustHold(OFFICE, regionCode, "close a launch that was refused");
        audit.recordOnce(key, by.by(), "LAUNCH_REFUSAL_READ", "region/" + regionCode, regionCode, Map.of());
    }

    private List<Handover> rows(long regionalProgrammeId) {
        return handovers.findByRegionalProgrammeIdOrderById(regionalProgrammeId);
    }
}
