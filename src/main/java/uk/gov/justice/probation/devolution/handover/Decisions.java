package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Every decision on a handover, one for each user task or made on our page, with the facts it was based on. Each is
 * audited too.
 */
@Service
class Decisions {

    /** A step in which people decide. */
    enum Step {
        INVENTORY,
        DECISION,
        EXCEPTIONS,
        SIGN_RELEASING,
        SIGN_RECEIVING,
        REVIEW,
        OVERDUE
    }

    record Decision(Step step, String outcome, String readiness, String reasons, String note, LocalDate newDate) {
        static Decision of(Step step, String outcome, String note) {
            return new Decision(step, outcome, null, null, note, null);
        }
    }

    private final HandoverDecisionRepository kept;
    private final AuditTrail audit;
    private final Clock clock;

    Decisions(HandoverDecisionRepository kept, AuditTrail audit, Clock clock) {
        this.kept = kept;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<String> outcomeOf(TaskAnswer answer) {
        return kept.outcomeOf(answer.taskInstance());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Handover handover, TaskAnswer answer, Decision decision) {
        record(handover, answer.by(), answer.taskInstance(), decision);
    }

    /** Records a decision made on our page, without a task. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Handover handover, Colleague by, Decision decision) {
        record(handover, by.userName(), null, decision);
    }

    private void record(Handover handover, String by, Long task, Decision decision) {
        kept.save(new HandoverDecision(handover.id(), decision, by, task, clock.instant()));
        audit.record(
                by,
                decision.step() + "_" + decision.outcome(),
                handover.subject(),
                handover.regionCode(),
                facts(handover, decision));
    }

    private static Map<String, Object> facts(Handover handover, Decision decision) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("planRow", handover.planRowId());
        if (decision.readiness() != null) facts.put("readiness", decision.readiness());
        if (decision.reasons() != null) facts.put("reasons", decision.reasons());
        if (decision.newDate() != null) facts.put("date", decision.newDate());
        if (decision.note() != null) facts.put("note", decision.note());
        facts.put("inScope", handover.inScope());
        facts.put("moved", handover.moved());
        facts.put("left", handover.leftBehind());
        return facts;
    }
}
