package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;

/** Opens a handover when its process starts: who is involved, and whether a site move must end first. */
@Service
public class OpeningHandovers {

    /** What the process and its forms need to know about the handover. */
    public record OpenedHandover(
            Handover handover,
            String serviceName,
            String regionName,
            List<Unit> from,
            Unit to,
            List<String> siteMovesToWaitFor) {

        public List<String> fromOwners() {
            return from.stream().map(Unit::ownerGroup).toList();
        }

        public String fromNames() {
            return String.join(" and ", from.stream().map(Unit::name).toList());
        }
    }

    private final HandoverRepository handovers;
    private final SiteMoves siteMoves;
    private final Units units;
    private final ScopeQuery scopes;
    private final TaskSubjects subjects;
    private final ExpectedCalls calls;
    private final Deadlines deadlines;

    OpeningHandovers(
            HandoverRepository handovers,
            SiteMoves siteMoves,
            Units units,
            ScopeQuery scopes,
            TaskSubjects subjects,
            ExpectedCalls calls,
            Deadlines deadlines) {
        this.handovers = handovers;
        this.siteMoves = siteMoves;
        this.units = units;
        this.scopes = scopes;
        this.subjects = subjects;
        this.calls = calls;
        this.deadlines = deadlines;
    }

    /**
     * The process instances, as far as they have begun, of its regional programme, which calls it, and of the handover,
     * which calls its gates and its transfer.
     */
    @Transactional(readOnly = true)
    public List<Long> processesOf(long handoverId) {
        return handovers.findById(handoverId).stream()
                .flatMap(handover ->
                        Stream.concat(callersOf(handover).stream(), Stream.ofNullable(handover.processInstanceKey())))
                .toList();
    }

    /** The process instances of its regional programme, which calls it. */
    public List<Long> callersOf(Handover handover) {
        return subjects.instancesAbout(List.of("programme/" + handover.regionalProgrammeId()));
    }

    /**
     * Accepts the call only if the handover can begin. A process started before its window opens leaves it to the
     * programme.
     *
     * @param kind what this process is made for
     * @throws CannotSucceedException if this is not the process that the handover is waiting for
     */
    @Transactional
    public OpenedHandover open(long handoverId, HandoverKind kind, long processInstanceKey) {
        Handover handover = handovers.lock(handoverId);
        handover.mustBeginWith(kind, processInstanceKey, deadlines.today());
        if (handover.processInstanceKey() == null)
            calls.claim(kind.process(), handoverId, processInstanceKey, callersOf(handover));
        subjects.note(processInstanceKey, handover.asTaskSubject());
        List<String> waitFor = siteMoves.feeding(handover).stream()
                .filter(move -> !move.state().ended())
                .map(Handover::planRowId)
                .toList();
        handover.opened(processInstanceKey, !waitFor.isEmpty());
        return new OpenedHandover(
                handover,
                scopes.serviceName(handover.service()).orElse(handover.service()),
                units.regionName(handover.regionCode()),
                units.all(handover.fromUnits()),
                units.get(handover.toUnit()),
                waitFor);
    }
}
