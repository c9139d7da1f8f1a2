package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomesSettled;
import uk.gov.justice.probation.devolution.unpaidwork.session.Counted.Standing;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingBatch.Settled;

/**
 * Settles many outcomes as {@link SettlingOutcomes} settles one: the same meaning, minutes, audit and plans, but read
 * and written by the set. What it leaves, because a queue is frozen or an order is not being worked, its process
 * settles; and what the process was faster with, it leaves.
 */
@Service
public class SettlingTogether {
    private static final String SYSTEM = "system";

    private final SettlingBatch batch;
    private final SettlingOutcomes settling;
    private final OutcomeCodes codes;
    private final PlanningTogether planning;
    private final RewardingAttendance attendance;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SettlingTogether(
            SettlingBatch batch,
            SettlingOutcomes settling,
            OutcomeCodes codes,
            PlanningTogether planning,
            RewardingAttendance attendance,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.batch = batch;
        this.settling = settling;
        this.codes = codes;
        this.planning = planning;
        this.attendance = attendance;
        this.audit = audit;
        this.events = events;
    }

    /** @return the settled sessions whose outcome is a failure, which is to be enforced */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> settle(Collection<Long> sessionIds) {
        List<Settled> settled = count(batch.lock(sessionIds));
        if (settled.isEmpty()) return List.of();
        batch.settle(settled, SYSTEM);
        audit.recordAll(settled.stream()
                .filter(one -> one.counted().minutes() > 0)
                .map(SettlingTogether::credited)
                .toList());
        events.publishEvent(new OutcomesSettled(
                settled.stream().map(one -> one.session().caseId()).collect(Collectors.toSet())));
        Set<Long> orders = new TreeSet<>();
        settled.forEach(one -> orders.add(one.session().orderId()));
        attendance.recount(orders);
        planning.plan(orders);
        return settled.stream()
                .filter(one -> one.meaning().enforces())
                .map(one -> one.session().id())
                .toList();
    }

    /** What each counts for; of one order, each after those before it. */
    private List<Settled> count(List<RecordedSession> recorded) {
        Map<String, Meaning> meanings = new HashMap<>();
        Map<Long, Standing> orders = new HashMap<>();
        List<Settled> settled = new ArrayList<>();
        for (RecordedSession session : recorded) {
            OutcomeCode code = codes.find(session.outcomeCode()).orElseThrow(() -> noOutcome(session));
            Meaning meaning = meanings.computeIfAbsent(code.code(), known -> settling.meaning(code));
            Standing before = orders.getOrDefault(session.orderId(), session.order());
            Counted counted = Counted.of(session, code, meaning, session.education(), before);
            orders.put(session.orderId(), before.with(counted));
            settled.add(new Settled(session, meaning, counted));
        }
        return settled;
    }

    private static AuditTrail.Line credited(Settled one) {
        return new AuditTrail.Line(
                SYSTEM,
                "MINUTES_CREDITED",
                "order/" + one.session().orderId(),
                one.session().regionCode(),
                Map.of(
                        "session",
                        one.session().id(),
                        "minutes",
                        one.counted().minutes(),
                        "education",
                        one.counted().education()));
    }

    private static CannotSucceedException noOutcome(RecordedSession session) {
        return new CannotSucceedException("Session %d has no outcome that is known".formatted(session.id()));
    }
}
