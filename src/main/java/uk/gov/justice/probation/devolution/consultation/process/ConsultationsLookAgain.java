package uk.gov.justice.probation.devolution.consultation.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ProcessesLookAgain;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.LineManagers.Asked;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.facts.ChangedFact;
import uk.gov.justice.probation.devolution.facts.Fact;
import uk.gov.justice.probation.devolution.facts.LooksAgain;
import uk.gov.justice.probation.devolution.facts.Reaction;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** What consultations and one-to-ones do when facts change after they have begun. */
@Component
class ConsultationsLookAgain implements LooksAgain {
    private static final String CHANGED = "Line managers have changed, and with them who holds one-to-ones.";
    private static final String IS_AWAY = "A line manager is away, so somebody else holds the one-to-ones.";
    private static final String IS_BACK = "A line manager is back, and holds one-to-ones again.";

    private final Cohorts cohorts;
    private final Consultations consultations;
    private final OneToOnes oneToOnes;
    private final TeamOverview team;
    private final TaskSubjects subjects;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    ConsultationsLookAgain(
            Cohorts cohorts,
            Consultations consultations,
            OneToOnes oneToOnes,
            TeamOverview team,
            TaskSubjects subjects,
            Notifications notifications,
            ApplicationEventPublisher events) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.oneToOnes = oneToOnes;
        this.team = team;
        this.subjects = subjects;
        this.notifications = notifications;
        this.events = events;
    }

    @Override
    public String family() {
        return "Consultations";
    }

    @Override
    public Reaction to(Fact fact) {
        return switch (fact) {
            case LINE_MANAGER ->
                new Reaction(
                        "The open one-to-one goes to the new line manager, or to HR if there is none or they are away; both are told. Whoever stands in stays asked. What was recorded stays.",
                        this::held);
            case STAFF_AWAY ->
                new Reaction(
                        "While a line manager is away, the open one-to-ones go to HR, beside whoever stands in; once they are back, to them again. Those who lose or get them are told. What was recorded stays.",
                        this::away);
            case STAFF_REGION ->
                new Reaction(
                        "They stay in the consultation with their dates and places. HR of both regions are told what that means; an open one-to-one that HR holds goes to HR of the new region.",
                        changes -> {
                            held(changes);
                            changes.forEach(this::tellHr);
                        });
            case STAFF_IN_CONSULTATION ->
                Reaction.byItsOwnEvent(
                        "Who joins gets a one-to-one and their own dates. The open tasks of who leaves end, and HR, line manager and person are told.");
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

    private void held(List<ChangedFact> changes) {
        changes.forEach(change -> cohorts.of(change.whose()).forEach(member -> held(change, member, CHANGED)));
    }

    private void away(List<ChangedFact> changes) {
        changes.forEach(change -> team.toBeMetBy(change.whose())
                .forEach(member ->
                        held(change, cohorts.get(member), change.after().equals("away") ? IS_AWAY : IS_BACK)));
    }

    private void held(ChangedFact change, Member member, String why) {
        oneToOnes.whoHolds(member.id()).ifPresent(asked -> publish(change, member, asked, why));
    }

    private void publish(ChangedFact change, Member member, Asked asked, String why) {
        new ProcessesLookAgain(
                        change.occasion(),
                        why,
                        "consultation",
                        List.of(),
                        Map.of("managerUsers", asked.users(), "managerGroups", asked.groups()),
                        null,
                        null)
                .among(subjects.instancesFor(
                        new TaskSubject("memberId", member.id(), "staff/" + member.staffNumber(), null)))
                .forEach(events::publishEvent);
    }

    private void tellHr(ChangedFact change) {
        for (Member member : cohorts.of(change.whose())) {
            Consultations.Facts consultation = consultations.get(member.consultationId());
            Stream.of(consultation.regionCode(), change.before(), change.after())
                    .distinct()
                    .map(region -> TaskGroup.of(Role.HR, region).name())
                    .forEach(group -> notifications.send(
                            "changed-%d-%d-%s".formatted(change.id(), member.id(), group),
                            group,
                            "%s: somebody who takes part belongs to another region now".formatted(consultation.title()),
                            "The staff file moved them from %s to %s. They stay in the consultation, with their dates and the places that they can choose. If they should not, take them out on its page."
                                    .formatted(change.before(), change.after()),
                            consultation.subject()));
        }
    }
}
