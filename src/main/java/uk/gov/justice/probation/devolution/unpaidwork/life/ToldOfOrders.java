package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.facts.ChangedFact;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.project.WorkProject;

/** Tells those who work with an order or a project what a change of facts has done, once for each change. */
@Component
class ToldOfOrders {
    private static final List<Role> WITH_THE_PROJECT = List.of(Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR);

    private final MessagesAboutCases messages;

    ToldOfOrders(MessagesAboutCases messages) {
        this.messages = messages;
    }

    /** Not which rule: many read it, and it would say what is known of the person. */
    void thatItLeaves(Locked locked, boolean approval, ChangedFact change) {
        String next = approval
                ? "The placement has to be approved first; then another project is chosen."
                : "Another project is chosen.";
        List.of(locked.practitionerGroup(), locked.group(Role.PLACEMENT_COORDINATOR), locked.group(Role.UPW_SUPERVISOR))
                .forEach(group -> send(
                        locked,
                        group,
                        change,
                        "%s: it leaves its project",
                        "The facts of the case have changed, and the rules no longer allow this project. Future sessions are cancelled. Sessions that are over get their outcome on the register of their day. "
                                + next));
    }

    void ofHours(Locked locked, ChangedFact change) {
        String left = locked.order().hoursComplete()
                ? "The hours already worked complete the order, so no more sessions are planned."
                : "%s are left, and the sessions are planned to fit."
                        .formatted(HoursInWords.of(locked.order().minutesLeft()));
        send(
                locked,
                locked.practitionerGroup(),
                change,
                "%s: the court changed the hours of unpaid work",
                "They were %s and are %s now. %s".formatted(hours(change.before()), hours(change.after()), left));
    }

    private static String hours(String minutes) {
        return HoursInWords.of(Integer.parseInt(minutes));
    }

    private void send(Locked locked, String group, ChangedFact change, String subject, String body) {
        messages.send(
                locked.probationCase(),
                group,
                CaseMessage.news(
                        "changed-%d-%d-%s".formatted(change.id(), locked.order().id(), group),
                        locked.probationCase(),
                        locked.order().subject(),
                        subject.formatted(locked.probationCase().text()),
                        body,
                        "the page of order %d".formatted(locked.order().id())));
    }

    void ofProject(WorkProject project, int planned, int left, ChangedFact change) {
        for (Role role : WITH_THE_PROJECT) {
            String group = TaskGroup.of(role, project.regionCode()).name();
            messages.sendAboutNoCase(
                    "changed-%d-%s".formatted(change.id(), group),
                    group,
                    "%s: its days, times, end or who it takes have changed".formatted(project.name()),
                    "The sessions to come of those who work there are planned by what it says now: of %,d. %s"
                            .formatted(
                                    planned,
                                    left == 0
                                            ? "Nobody had to leave the project."
                                            : "%,d had to leave the project.".formatted(left)),
                    change.about());
        }
    }
}
