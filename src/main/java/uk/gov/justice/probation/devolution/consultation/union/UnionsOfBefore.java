package uk.gov.justice.probation.devolution.consultation.union;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose;
import uk.gov.justice.probation.devolution.camunda.TaskOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * For consultations of an earlier release: the unions whose feedback their process is waiting for. HR of the region
 * says which union a task was about.
 */
@Component
class UnionsOfBefore implements SubjectsToChoose {
    private static final String UNION = "unionCode";

    private final ConsultingUnions unions;
    private final Consultations consultations;

    UnionsOfBefore(ConsultingUnions unions, Consultations consultations) {
        this.unions = unions;
        this.consultations = consultations;
    }

    @Override
    public Optional<Question> about(TaskOfBefore task) {
        if (!task.asksFor(UNION, "consultationId")) return Optional.empty();
        return consultations
                .find(task.knownId())
                .map(consultation ->
                        new Question("Feedback of a union", consultation.title(), "Which union was asked?", Role.HR));
    }

    @Override
    public List<Choice> choices(TaskOfBefore task, Colleague by) {
        Facts consultation = consultations.get(task.knownId());
        return unions.missing(consultation.id()).stream()
                .map(union -> new Choice(
                        new TaskSubject(UNION, union.code(), consultation.subject(), consultation.regionCode()),
                        union.name()))
                .toList();
    }
}
