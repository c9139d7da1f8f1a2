package uk.gov.justice.probation.devolution.preferencing.process;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ProcessesLookAgain;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.LineManagers.Asked;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.facts.ChangedFact;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;

/** What rankings, appeals and starts in new places do when facts change after they have begun. */
@Component
class PreferencingLooksAgain implements LooksAgain {
    private static final String CHANGED =
            "Line managers have changed, and with them who contacts people and plans their start.";
    private static final String IS_AWAY = "A line manager is away, so HR contacts people and plans their start.";
    private static final String IS_BACK = "A line manager is back, and contacts people and plans their start again.";

    private final Cohorts cohorts;
    private final ConsultationOverview overview;
    private final LineManagers lineManagers;
    private final TaskSubjects subjects;
    private final ApplicationEventPublisher events;

    PreferencingLooksAgain(
            Cohorts cohorts,
            ConsultationOverview overview,
            LineManagers lineManagers,
            TaskSubjects subjects,
            ApplicationEventPublisher events) {
        this.cohorts = cohorts;
        this.overview = overview;
        this.lineManagers = lineManagers;
        this.subjects = subjects;
        this.events = events;
    }

    @Override
    public String family() {
        return "Places and appeals";
    }

    @Override
    public Reaction to(Fact fact) {
        return switch (fact) {
            case LINE_MANAGER ->
                new Reaction(
                        "The open tasks to contact a person and to plan their start go to the new line manager, or to HR if there is none or they are away; both are told. What was ranked stays.",
                        this::managed);
            case STAFF_AWAY ->
                new Reaction(
                        "While a line manager is away, the open tasks to contact people and to plan their start go to HR; once they are back, to them again. Those who lose or get them are told.",
                        this::away);
            case STAFF_REGION ->
                new Reaction(
                        "Open tasks that HR has in the place of a line manager go to HR of the new region. Rankings and places stay.",
                        this::managed);
            case STAFF_IN_CONSULTATION ->
                Reaction.byItsOwnEvent(
                        "Who joins is asked to rank. The open tasks of who leaves end, and their place is free.");
            case CASE_KEY,
                    CASE_REGION,
                    LIMITED_ACCESS,
                    PRACTITIONER,
                    RISK,
                    EXCLUSIONS,
                    HOURS_ORDERED,
                    PROJECT,
                    PICK_UP -> Reaction.nothing("it is about staff.");
        };
    }

    private void managed(List<ChangedFact> changes) {
        changes.forEach(change -> cohorts.of(change.whose()).forEach(member -> publish(change, member, CHANGED)));
    }

    private void away(List<ChangedFact> changes) {
        changes.forEach(change -> overview.managedBy(change.whose())
                .forEach(member ->
                        publish(change, cohorts.get(member), change.after().equals("away") ? IS_AWAY : IS_BACK)));
    }

    private void publish(ChangedFact change, Member member, String why) {
        Asked asked = lineManagers.of(member);
        new ProcessesLookAgain(
                        change.occasion(),
                        why,
                        "preferencing",
                        List.of(),
                        Map.of("managerUsers", asked.users(), "managerGroups", asked.groups()),
                        null,
                        null)
                .among(subjects.instancesFor(
                        new TaskSubject("memberId", member.id(), "staff/" + member.staffNumber(), null)))
                .forEach(events::publishEvent);
    }
}
