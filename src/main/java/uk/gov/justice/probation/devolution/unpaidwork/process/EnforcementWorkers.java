package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcing;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements.OpenedEnforcement;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/** The automated steps of {@code upw-enforcement}, and the step of {@code upw-session} that begins one. */
@Component
public class EnforcementWorkers {
    private final OpeningEnforcements opening;
    private final Enforcing enforcing;
    private final CallsOfOrders calls;
    private final UnpaidWorkLinks links;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    EnforcementWorkers(
            OpeningEnforcements opening,
            Enforcing enforcing,
            CallsOfOrders calls,
            UnpaidWorkLinks links,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.opening = opening;
        this.enforcing = enforcing;
        this.calls = calls;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @JobWorker(type = "unpaidwork.startEnforcement")
    public void startEnforcement(@Variable long sessionId) {
        opening.start(sessionId);
    }

    /** Reached by orders of an earlier release. Their enforcement is already expected (ADR 0065). */
    @JobWorker(type = "unpaidwork.expectEnforcement")
    public void expectEnforcement() {}

    /** @param way 1 if it waits for evidence */
    record EnforcementOpened(int way, String evidenceUntilAt, String enforcementUrl, String breachRefused) {}

    /** What a process of an earlier model uses. */
    record EarlierEnforcementOpened(
            boolean hold, String evidenceUntilAt, String enforcementUrl, String breachRefused) {}

    @JobWorker(type = "unpaidwork.openEnforcement", fetchVariables = "enforcementId")
    public Record openEnforcement(@Variable long enforcementId, ActivatedJob job) {
        calls.claimEnforcement(enforcementId, job);
        OpenedEnforcement opened = opening.open(enforcementId, job.getProcessInstanceKey());
        String until = opened.hold() ? deadlines.moment(opened.until()) : null;
        if (job.getElementId().equals("Task_OpenEnforcement"))
            return new EarlierEnforcementOpened(opened.hold(), until, links.enforcement(enforcementId), null);
        return new EnforcementOpened(opened.hold() ? 1 : 0, until, links.enforcement(enforcementId), null);
    }

    /** The engine learns which path to take, but not why. */
    record Found(int way) {}

    /** A process of an earlier model evaluates the decision itself. */
    @JobWorker(type = "unpaidwork.countFailures", fetchVariables = "enforcementId")
    public Record countFailures(@Variable long enforcementId, ActivatedJob job) {
        if (job.getElementId().equals("Task_CountFailures")) return enforcing.count(enforcementId);
        return new Found(
                switch (enforcing.step(enforcementId)) {
                    case NONE -> 0;
                    case WARNING -> 1;
                    case BREACH, BREACH_AT_ONCE -> 2;
                });
    }

    @JobWorker(type = "unpaidwork.takeNoAction")
    public void takeNoAction(@Variable long enforcementId) {
        enforcing.takeNoAction(enforcementId);
    }

    record Warned(String replyUntilAt) {}

    @JobWorker(type = "unpaidwork.sendWarning")
    public Warned sendWarning(@Variable long enforcementId) {
        return new Warned(deadlines.moment(enforcing.warn(enforcementId)));
    }

    @JobWorker(type = "unpaidwork.closeWarning")
    public void closeWarning(@Variable long enforcementId) {
        enforcing.closeWarning(enforcementId);
    }

    record BreachPrepared(String packDueAt, String packDueText, String packNoticeCycle, String breachRefused) {}

    @JobWorker(type = "unpaidwork.prepareBreach")
    public BreachPrepared prepareBreach(@Variable long enforcementId) {
        Instant until = enforcing.prepareBreach(enforcementId);
        String due = deadlines.moment(until);
        return new BreachPrepared(
                due, Deadlines.inWords(deadlines.day(until)), deadlines.noticeCycle(due, settings.reminder()), null);
    }

    @JobWorker(type = "unpaidwork.withdraw")
    public void withdraw(@Variable long enforcementId) {
        enforcing.withdraw(enforcementId);
    }
}
