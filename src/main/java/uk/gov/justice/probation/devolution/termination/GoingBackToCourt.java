package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Hours are left: the practitioner applies to the court, and the requirement stays live. */
@Service
public class GoingBackToCourt {
    private static final EnteredDay APPLIED_ON =
            EnteredDay.optional("the day on which you applied to the court", DayRule.happened());
    private static final EnteredDay EXTENDED_TO =
            EnteredDay.optional("the day until which the court gave the order more time", DayRule.toCome());

    public static final TaskOnPage TASK = TaskOnPage.of("case-termination", "Task_BackToCourt");

    private final Terminations terminations;
    private final Cases cases;
    private final TerminationRoles roles;
    private final Deadlines deadlines;
    private final TerminationDates dates;
    private final AuditTrail audit;

    GoingBackToCourt(
            Terminations terminations,
            Cases cases,
            TerminationRoles roles,
            Deadlines deadlines,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.cases = cases;
        this.roles = roles;
        this.deadlines = deadlines;
        this.dates = dates;
        this.audit = audit;
    }

    /**
     * Completes the step. For a limited-access case the dates come from our page, not from the task.
     *
     * @param extendedTo the day to which the court extended the order; null if it has not decided yet
     * @throws NotPossibleNow if neither the task nor the page says when the application was made, or the day is not
     *     possible
     */
    @Transactional
    public void applied(long terminationId, LocalDate appliedOn, LocalDate extendedTo, TaskAnswer answer) {
        Termination termination = terminations.lock(terminationId);
        if (termination.state() != TerminationState.COURT) return;
        ProbationCase probationCase = cases.get(termination.caseId());
        roles.mustManage(probationCase, answer.colleague());
        if (termination.appliedOn() != null) return;
        if (probationCase.limitedAccess())
            throw new NotPossibleNow(
                    "Record on the page of the termination when you applied to the court, then complete this task again.");
        keep(termination, probationCase, appliedOn, extendedTo, answer.colleague());
    }

    /**
     * Saves the dates entered on our page. They can be changed until the task is completed.
     *
     * @throws NotPossibleNow if the termination is not waiting for the court, or a day is not possible
     */
    @Transactional
    public void note(long terminationId, LocalDate appliedOn, LocalDate extendedTo, Colleague by) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lock(terminationId);
        roles.mustManage(probationCase, by);
        termination.mustStandAt(TerminationState.COURT, "the court", probationCase);
        keep(termination, probationCase, appliedOn, extendedTo, by);
    }

    private void keep(
            Termination termination,
            ProbationCase probationCase,
            LocalDate appliedOn,
            LocalDate extendedTo,
            Colleague by) {
        APPLIED_ON
                .and(DayRule.notBefore(probationCase.startDate(), "the day on which the case began"))
                .problem(appliedOn, deadlines)
                .or(() -> EXTENDED_TO.problem(extendedTo, deadlines))
                .ifPresent(sentence -> {
                    throw new BreaksRules(sentence);
                });
        LocalDate on = appliedOn == null ? deadlines.today() : appliedOn;
        termination.applyToCourt(on, extendedTo);
        terminations.save(termination);
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("crn", probationCase.crn(), "appliedOn", on.toString()));
        if (extendedTo != null) facts.put("extendedTo", extendedTo.toString());
        audit.record(
                by.userName(), "TERMINATION_BACK_TO_COURT", termination.subject(), probationCase.regionCode(), facts);
    }

    /**
     * Closes the termination without ending anything. The due list picks the case up again on the new end date or, if
     * there is none, after a set time.
     */
    @Transactional
    public void keepLive(long terminationId) {
        Termination termination = terminations.lock(terminationId);
        if (!termination.open()) return;
        ProbationCase probationCase = cases.get(termination.caseId());
        termination.keepLive(dates.dueAgainOn(termination.extendedTo()), dates.now());
        terminations.save(termination);
        audit.record(
                "system",
                "TERMINATION_STAYS_LIVE",
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn()));
    }
}
