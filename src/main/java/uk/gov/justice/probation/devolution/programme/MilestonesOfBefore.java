package uk.gov.justice.probation.devolution.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose;
import uk.gov.justice.probation.devolution.camunda.TaskOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.ScopeQuery;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The milestones of a region's programme that have not been reached and that no known task is about. The programme
 * office says which of them a task from an earlier release was about.
 */
@Component
class MilestonesOfBefore implements SubjectsToChoose {
    private final RunningProgrammes running;
    private final HandoverRepository handovers;
    private final ScopeQuery scopes;
    private final TaskSubjects subjects;

    MilestonesOfBefore(
            RunningProgrammes running, HandoverRepository handovers, ScopeQuery scopes, TaskSubjects subjects) {
        this.running = running;
        this.handovers = handovers;
        this.scopes = scopes;
        this.subjects = subjects;
    }

    @Override
    public Optional<Question> about(TaskOfBefore task) {
        if (!task.asksFor("handoverId", "regionalProgrammeId")) return Optional.empty();
        return Optional.of(new Question(
                "Report that a milestone is reached",
                "the programme of " + running.regionName(task.known().regionCode()),
                "Which milestone was it about?",
                Role.PROGRAMME));
    }

    @Override
    public List<Choice> choices(TaskOfBefore task, Colleague by) {
        return handovers.findByRegionalProgrammeIdOrderById(task.knownId()).stream()
                .filter(row -> row.kind() == HandoverKind.MILESTONE
                        && !row.state().ended()
                        && !subjects.isNoted(row.asTaskSubject()))
                .map(row -> new Choice(
                        row.asTaskSubject(),
                        "%s, %s"
                                .formatted(
                                        row.planRowId(),
                                        scopes.serviceName(row.service()).orElse(row.service()))))
                .toList();
    }
}
