package uk.gov.justice.probation.devolution.unpaidwork.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.AccessLimited;
import uk.gov.justice.probation.devolution.caseload.MaskedProcesses;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/**
 * When access to a case becomes limited, reduces what its orders' processes and the messages about them say of it to
 * the CRN.
 */
@Component
class MaskedOrders {
    static final Set<String> STAYS = Set.of(
            "crn",
            "orderId",
            "sessionId",
            "enforcementId",
            "consoleUrl",
            "orderUrl",
            "sessionUrl",
            "assessmentUrl",
            "proposalsUrl",
            "enforcementUrl",
            "regionCode",
            "regionSlug",
            "regionName",
            "ownerGroup",
            "practitionerGroup",
            "startGroup",
            "taskGroup",
            "taskDueAt",
            "teamDueAt",
            "teamNoticeCycle",
            "approvalDueAt",
            "approvalNoticeCycle",
            "projectDueAt",
            "projectNoticeCycle",
            "reviewDueAt",
            "reviewNoticeCycle",
            "courtDueAt",
            "courtNoticeCycle",
            "helpDueAt",
            "helpNoticeCycle",
            "packDueAt",
            "packNoticeCycle",
            "learningCheckAt",
            "evidenceUntilAt",
            "replyUntilAt",
            "stepDueAt",
            "step",
            "way",
            "begun",
            "outcomeGiven",
            "sessionCancelled",
            "learningTakenUp",
            "hoursLeft",
            "month",
            "acknowledged",
            "startAnswer");

    private final ListingOrders orders;
    private final MaskedProcesses processes;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    MaskedOrders(ListingOrders orders, MaskedProcesses processes, Deadlines deadlines, UnpaidWorkSettings settings) {
        this.orders = orders;
        this.processes = processes;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccessLimited limited) {
        orders.of(limited.cases()).forEach(this::mask);
    }

    private void mask(ProbationCase probationCase, List<String> abouts) {
        String due = deadlines.inWorkingDays(settings.firstAppointment());
        processes.mask(
                probationCase,
                abouts,
                STAYS,
                Map.of(
                        "sessionText",
                        probationCase.text(),
                        "teamName",
                        "",
                        "teams",
                        List.of(),
                        "proposals",
                        List.of(),
                        "assessDueAt",
                        due,
                        "assessNoticeCycle",
                        deadlines.noticeCycle(due, settings.reminder())));
    }
}
