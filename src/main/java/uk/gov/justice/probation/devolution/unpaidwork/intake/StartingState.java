package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.intake.SessionsToComeQuery.ToCome;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Suitability;
import uk.gov.justice.probation.devolution.unpaidwork.order.WorkedFirstQuery;

/**
 * Finds the state in which an order starts here: at its sessions if it has future ones; at its project if minutes have
 * been credited but it has no future session (or at its approval, if one is missing); otherwise at the beginning.
 */
@Component
class StartingState {
    private static final int TWO_WEEKS = 14;

    /** @param project null, like everything after it, unless there are future sessions */
    record Standing(OrderState state, String project, Frequency frequency, LocalDate firstSession) {
        static Standing at(OrderState state) {
            return new Standing(state, null, null, null);
        }
    }

    private final Suitability suitability;
    private final SessionsToComeQuery sessions;
    private final WorkedFirstQuery first;
    private final Clock clock;

    StartingState(Suitability suitability, SessionsToComeQuery sessions, WorkedFirstQuery first, Clock clock) {
        this.suitability = suitability;
        this.sessions = sessions;
        this.first = first;
        this.clock = clock;
    }

    Standing of(Order order, ProbationCase probationCase) {
        List<ToCome> toCome = sessions.of(order.id(), LocalDateTime.now(clock));
        if (!toCome.isEmpty()) {
            String project = toCome.getFirst().project();
            return new Standing(
                    OrderState.SESSIONS,
                    project,
                    frequency(toCome.stream()
                            .filter(session -> session.project().equals(project))
                            .map(ToCome::on)
                            .toList()),
                    toCome.getFirst().on());
        }
        if (order.minutesCredited() == 0) return Standing.at(OrderState.TEAM);
        return Standing.at(
                suitability.of(probationCase, true).needsNobody() ? OrderState.PROJECT : OrderState.APPROVAL);
    }

    /** Whether it is consecutive, not under way, and the person has earlier unpaid work. */
    boolean waits(Order order, Standing standing) {
        return order.consecutive() && standing.state() == OrderState.TEAM && first.waits(order.id());
    }

    /** Every two weeks if the next two are that far apart or further; otherwise every week. */
    private static Frequency frequency(List<LocalDate> days) {
        Optional<LocalDate> second = days.stream().skip(1).findFirst();
        return second.isPresent() && !second.get().isBefore(days.getFirst().plusDays(TWO_WEEKS))
                ? Frequency.FORTNIGHTLY
                : Frequency.WEEKLY;
    }
}
