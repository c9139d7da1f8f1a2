package uk.gov.justice.probation.devolution.consultation.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.following.Step.What;
import uk.gov.justice.probation.devolution.consultation.following.Steps;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Meeting;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Progress;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.ExpectedWork;

/**
 * For a line manager, or whoever stands in for one: the one-to-ones to come in each consultation. Of one that the
 * unions have not been told about nothing is said, because it may still be cancelled.
 */
@Component
class ExpectedOneToOnes implements ExpectedWork {
    private static final int AT_MOST = 1_000;

    private final TeamOverview team;
    private final Consultations consultations;
    private final Steps steps;
    private final Deadlines deadlines;

    ExpectedOneToOnes(TeamOverview team, Consultations consultations, Steps steps, Deadlines deadlines) {
        this.team = team;
        this.consultations = consultations;
        this.steps = steps;
        this.deadlines = deadlines;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expected> of(Colleague colleague) {
        Map<Long, List<Meeting>> toCome = team.list(colleague, Progress.TO_BE_MET, AT_MOST, 0).stream()
                .collect(Collectors.groupingBy(Meeting::consultationId, LinkedHashMap::new, Collectors.toList()));
        return toCome.entrySet().stream()
                .flatMap(each -> said(consultations.get(each.getKey()), each.getValue()))
                .map(said -> new Expected(said, "/my-team", "My team"))
                .toList();
    }

    private Stream<String> said(Facts consultation, List<Meeting> toCome) {
        if (consultation.state() == ConsultationState.LAUNCHED) return Stream.empty();
        String people = "You meet %,d %s one to one about '%s'"
                .formatted(toCome.size(), toCome.size() == 1 ? "person" : "people", consultation.title());
        return Stream.of(
                consultation.isIndividual()
                        ? people + first(toCome)
                        : people + " once the director has answered the unions." + answered(consultation));
    }

    private static String first(List<Meeting> toCome) {
        return toCome.stream()
                .map(Meeting::due)
                .filter(Objects::nonNull)
                .min(Comparator.<LocalDate>naturalOrder())
                .map(due -> ", the first by %s.".formatted(Deadlines.inWords(due)))
                .orElse(".");
    }

    private String answered(Facts consultation) {
        return steps.of(consultation).stream()
                .filter(step -> step.what() == What.RESPONSE)
                .findFirst()
                .map(step -> step.plannedInWords(deadlines.today()))
                .orElse("");
    }
}
