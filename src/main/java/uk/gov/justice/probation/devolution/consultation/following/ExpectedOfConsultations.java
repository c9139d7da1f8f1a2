package uk.gov.justice.probation.devolution.consultation.following;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.UnionStanding;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.following.Step.What;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.work.ExpectedWork;

/**
 * For unions, directors, panels and those who hear appeals: what comes next for them in each consultation, and when. Of
 * a consultation that the unions have not been told about nothing is said, because it may still be cancelled.
 */
@Component
class ExpectedOfConsultations implements ExpectedWork {
    private static final List<Role> WHO_HEAR_APPEALS =
            List.of(Role.APPEAL_MANAGER, Role.APPEAL_PANEL, Role.APPEAL_CHAIR);

    private final Consultations consultations;
    private final ConsultationOverview overview;
    private final Steps steps;
    private final Deadlines deadlines;

    ExpectedOfConsultations(
            Consultations consultations, ConsultationOverview overview, Steps steps, Deadlines deadlines) {
        this.consultations = consultations;
        this.overview = overview;
        this.steps = steps;
        this.deadlines = deadlines;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expected> of(Colleague colleague) {
        if (colleague.groups().isEmpty()) return List.of();
        return consultations.all().stream()
                .filter(one -> one.state() != ConsultationState.LAUNCHED
                        && !one.state().ended())
                .flatMap(one -> of(one, colleague)
                        .distinct()
                        .map(said -> new Expected(said, "/consultations/" + one.id(), one.title())))
                .toList();
    }

    private Stream<String> of(Facts consultation, Colleague colleague) {
        Function<Role, Stream<Role>> held = role ->
                colleague.isIn(TaskGroup.of(role, consultation.regionCode())) ? Stream.of(role) : Stream.empty();
        List<Stream<String>> said = List.of(
                colleague.heldFor(Role.TU).isEmpty() ? Stream.empty() : toUnions(consultation, colleague),
                held.apply(Role.RPD).flatMap(role -> toDirector(consultation)),
                held.apply(Role.PREFERENCE_PANEL).flatMap(role -> toPanel(consultation)),
                WHO_HEAR_APPEALS.stream().flatMap(held).flatMap(role -> toWhoHearAppeals(consultation)));
        return said.stream().flatMap(Function.identity());
    }

    private Stream<String> toUnions(Facts consultation, Colleague colleague) {
        return overview.unions(consultation.id()).stream()
                .filter(union -> colleague.isIn(TaskGroup.of(Role.TU, union.slug())))
                .flatMap(union -> toUnion(consultation, union));
    }

    private Stream<String> toUnion(Facts consultation, UnionStanding union) {
        return switch (consultation.state()) {
            case UNION, RESPONSE ->
                union.isMissing()
                        ? Stream.of("Feedback on '%s' is due.%s"
                                .formatted(consultation.title(), by(What.UNIONS, consultation)))
                        : Stream.of("Your feedback on '%s' is in. The director answers it next.%s"
                                .formatted(consultation.title(), by(What.RESPONSE, consultation)));
            case INDIVIDUAL ->
                Stream.of(
                        rankingOpens(consultation) + " You can then add a word to the draw, until the ranking closes.");
            case PREFERENCES ->
                Stream.of("You can add a word to the draw of '%s' until the ranking closes.%s"
                        .formatted(consultation.title(), by(What.RANKING, consultation)));
            default -> Stream.empty();
        };
    }

    private Stream<String> toDirector(Facts consultation) {
        return switch (consultation.state()) {
            case UNION ->
                Stream.of("You answer the unions on '%s' once all of them are heard.%s"
                        .formatted(consultation.title(), by(What.UNIONS, consultation)));
            case INDIVIDUAL, PREFERENCES, PANEL ->
                Stream.of("You decide the outcome of '%s' once the panel has confirmed who goes where.%s"
                        .formatted(consultation.title(), by(What.PANEL, consultation)));
            default -> Stream.empty();
        };
    }

    private Stream<String> toPanel(Facts consultation) {
        return switch (consultation.state()) {
            case INDIVIDUAL ->
                Stream.of(rankingOpens(consultation) + " Once it is closed, the panel looks at who goes where.");
            case PREFERENCES ->
                Stream.of("The panel looks at who goes where in '%s' once the ranking is closed.%s"
                        .formatted(consultation.title(), by(What.RANKING, consultation)));
            default -> Stream.empty();
        };
    }

    private Stream<String> toWhoHearAppeals(Facts consultation) {
        return switch (consultation.state()) {
            case INDIVIDUAL, PREFERENCES, PANEL, DECISION ->
                Stream.of("In '%s' people can appeal once the director has decided the outcome.%s"
                        .formatted(consultation.title(), by(What.DECISION, consultation)));
            case OUTCOME ->
                Stream.of("In '%s' people can appeal. You have a task as soon as an appeal is yours to look at.%s"
                        .formatted(consultation.title(), by(What.APPEALS, consultation)));
            default -> Stream.empty();
        };
    }

    private String rankingOpens(Facts consultation) {
        return "Ranking of the places of '%s' opens once everybody has had their one-to-one.%s"
                .formatted(consultation.title(), by(What.ONE_TO_ONES, consultation));
    }

    private String by(What what, Facts consultation) {
        return steps.of(consultation).stream()
                .filter(step -> step.what() == what)
                .findFirst()
                .map(step -> step.plannedInWords(deadlines.today()))
                .orElse("");
    }
}
