package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/** Terminates a case because of an event such as a death: informs the running termination, or starts one. */
@Component
class TerminatingByEvent {
    private final Terminations terminations;
    private final StartingTerminations starting;
    private final TellingOthers telling;
    private final TerminationDates dates;

    TerminatingByEvent(
            Terminations terminations, StartingTerminations starting, TellingOthers telling, TerminationDates dates) {
        this.terminations = terminations;
        this.starting = starting;
        this.telling = telling;
        this.dates = dates;
    }

    /**
     * @param probationCase must be locked
     * @param stopped the orders that the event stopped, with the state each had before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void terminate(
            ProbationCase probationCase, String type, LocalDate occurredOn, SortedMap<Long, OrderState> stopped) {
        Optional<Termination> running = terminations.lockOpen(probationCase.id());
        running.ifPresent(termination -> termination.happened(type, dates));
        Termination termination = running.orElseGet(
                () -> starting.start(probationCase, Cause.EVENT, type, dates.today(), null, "system"));
        stopped.forEach((order, standing) -> termination.stopped(order, standing.name(), dates.now()));
        terminations.save(termination);
        telling.stopped(termination, probationCase, type, occurredOn);
    }
}
