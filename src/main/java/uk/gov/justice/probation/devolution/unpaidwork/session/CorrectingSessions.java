package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.session.CheckingOutcomes.Checked;
import uk.gov.justice.probation.devolution.unpaidwork.session.Counted.Standing;

/** Corrects the outcome of a settled session. The previous outcome is kept, and its minutes are counted again. */
@Service
public class CorrectingSessions {
    private final UnpaidWorkSessions sessions;
    private final Orders orders;
    private final CheckingOutcomes checking;
    private final SettlingOutcomes settling;
    private final Projects projects;
    private final Credits credits;
    private final Corrections corrections;
    private final Clock clock;

    CorrectingSessions(
            UnpaidWorkSessions sessions,
            Orders orders,
            CheckingOutcomes checking,
            SettlingOutcomes settling,
            Projects projects,
            Credits credits,
            Corrections corrections,
            Clock clock) {
        this.sessions = sessions;
        this.orders = orders;
        this.checking = checking;
        this.settling = settling;
        this.projects = projects;
        this.credits = credits;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * The result of a correction.
     *
     * @param was what the outcome meant before
     * @param minutes how many more than before; negative if fewer
     */
    public record Corrected(OutcomeCode code, Meaning was, int minutes) {}

    /**
     * The order and the session must be locked and correctable. Notes stay as they are.
     *
     * @throws BreaksRules with every rule that the outcome breaks
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Corrected correct(Session session, Order order, Outcome outcome, String by) {
        Outcome withItsNotes = new Outcome(
                outcome.code(),
                outcome.workedFrom(),
                outcome.workedUntil(),
                outcome.penaltyMinutes(),
                outcome.quality(),
                outcome.behaviour(),
                null,
                session.sensitive(),
                outcome.explained(),
                outcome.verySerious(),
                outcome.version());
        Checked checked = checking.check(session, order, withItsNotes);
        Meaning was = session.meaning();
        int credited = session.creditedMinutes();
        int version = session.version();
        Standing without = new Standing(
                order.minutesOrdered(),
                order.minutesCredited() - credited,
                order.eteMinutesCredited() - credits.educationOf(session));
        boolean education = projects.hours(session.projectCode()).education();
        Instant now = clock.instant();
        corrections.keep(session, by, now);

        session.correct(outcome, checked, settling.meaning(checked.code()), order.caseId(), by, now);
        Counted counted = Counted.of(session, checked.code(), session.meaning(), education, without);
        session.recount(counted.minutes());
        sessions.save(session);
        int difference = counted.minutes() - credited;
        if (difference != 0) {
            order.recount(
                    without.credited() + counted.minutes(), without.educationCredited() + counted.educationMinutes());
            orders.save(order);
            credits.save(CreditEntry.ofCorrection(session, version, counted.kind(), difference, by, now));
        }
        int travel = checked.code().attended() ? 0 : credits.travelTo(session);
        if (travel > 0) {
            order.recount(order.minutesCredited() - travel, order.eteMinutesCredited());
            orders.save(order);
            credits.save(CreditEntry.ofTravelTakenBack(session, version, travel, by, now));
        }
        return new Corrected(checked.code(), was, difference - travel);
    }
}
