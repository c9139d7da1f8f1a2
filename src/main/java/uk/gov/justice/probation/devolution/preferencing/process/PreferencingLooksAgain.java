package uk.gov.justice.probation.devolution.preferencing.process;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ProcessesLookAgain;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
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
    private final Cohorts cohorts;
    private final LineManagers lineManagers;
    private final TaskSubjects subjects;
    private final ApplicationEventPublisher events;

    PreferencingLooksAgain(
            Cohorts cohorts, LineManagers lineManagers, TaskSubjects subjects, ApplicationEventPublisher events) {
        this.cohorts = cohorts;
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
            case STAFF_REGION ->
                new Reaction(
                        "Open tasks that HR has in the place of a line manager go to HR of the new region. Rankings and places stay.",
                        this::managed);
            case STAFF_IN_CONSULTATION ->
                Reaction.byItsOwnEvent(
                        "Who joins is asked to rank. The open tasks of who leaves end, and their place is free.");
            case CASE_REGION, LIMITED_ACCESS, PRACTITIONER, RISK, EXCLUSIONS, HOURS_ORDERED, PROJECT ->
                Reaction.nothing("it is about staff.");
        };
    }

    private void managed(List<ChangedFact> changes) {
        changes.forEach(change ->
                cohorts.of(change.whose()).forEach(member -> publish(change, member, lineManagers.of(member))));
    }

    private void publish(ChangedFact change, Member member, Asked asked) {
        new ProcessesLookAgain(
                        change.occasion(),
                        "Line managers have changed, and with them who contacts people and plans their start.",
                        "preferencing",
                        List.of(),
                        Map.of("managerUsers", asked.users(), "managerGroups", asked.groups()),
                        null,
                        null)
                .among(subjects.instancesFor(new TaskSubject("memberId", member.id(), change.about(), null)))
                .forEach(events::publishEvent);
    }
}
