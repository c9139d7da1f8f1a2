package uk.gov.justice.probation.devolution.consultation.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.PersonalStep;
import uk.gov.justice.probation.devolution.consultation.PersonalStep.Part;
import uk.gov.justice.probation.devolution.consultation.PersonalStep.Status;
import uk.gov.justice.probation.devolution.consultation.PersonalSteps;
import uk.gov.justice.probation.devolution.consultation.following.Step.What;
import uk.gov.justice.probation.devolution.consultation.following.Steps;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.ExpectedWork;

/** For a member of staff: the next of their steps in each consultation, as their page My consultation says it. */
@Component
class ExpectedSteps implements ExpectedWork {
    /** What is to do comes before what is to come. */
    private static final List<Status> TO_COME = List.of(Status.TO_DO, Status.LATE, Status.TO_COME);

    private final Cohorts cohorts;
    private final Consultations consultations;
    private final ObjectProvider<PersonalSteps> steps;
    private final Steps course;
    private final Deadlines deadlines;

    ExpectedSteps(
            Cohorts cohorts,
            Consultations consultations,
            ObjectProvider<PersonalSteps> steps,
            Steps course,
            Deadlines deadlines) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.steps = steps;
        this.course = course;
        this.deadlines = deadlines;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expected> of(Colleague colleague) {
        return cohorts.of(colleague.userName()).stream()
                .flatMap(this::next)
                .map(said -> new Expected(said, "/my", "My consultation"))
                .toList();
    }

    private Stream<String> next(Member member) {
        Facts consultation = consultations.get(member.consultationId());
        if (consultation.state().ended()) return Stream.empty();
        List<PersonalStep> theirs = steps.orderedStream()
                .map(some -> some.of(Map.of(member, consultation)).get(member.id()))
                .flatMap(Collection::stream)
                .toList();
        return theirs.stream()
                .filter(step -> TO_COME.contains(step.status()))
                .min(Comparator.comparing(step -> TO_COME.indexOf(step.status())))
                .map(step -> said(consultation, step) + ".")
                .or(() -> theirs.stream()
                        .filter(step -> step.status() == Status.LATER && step.part() != Part.HEAR)
                        .findFirst()
                        .map(step -> said(consultation, step) + "." + planned(consultation, step)))
                .stream();
    }

    private static String said(Facts consultation, PersonalStep step) {
        String title = step.title().substring(0, 1).toLowerCase(Locale.UK)
                + step.title().substring(1);
        return "Next for you in '%s': %s. %s".formatted(consultation.title(), title, step.hint());
    }

    /** By when what it waits for is planned. */
    private String planned(Facts consultation, PersonalStep step) {
        What before = switch (step.part()) {
            case HEAR, TELL -> What.UNIONS;
            case CHOOSE -> What.ONE_TO_ONES;
            case OUTCOME -> What.DECISION;
        };
        return course.of(consultation).stream()
                .filter(one -> one.what() == before)
                .findFirst()
                .map(one -> one.plannedInWords(deadlines.today()))
                .orElse("");
    }
}
