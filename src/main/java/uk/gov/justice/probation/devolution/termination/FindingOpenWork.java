package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.CaseComponents;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
import uk.gov.justice.probation.devolution.unpaidwork.life.UnsettledWork;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Finds what is open in a case. A requirement runs until the case's expected end date. From that day on it no longer
 * counts as active and is ended with its outcome.
 */
@Component
class FindingOpenWork {

    private final Orders orders;
    private final UnsettledWork unsettled;
    private final CaseComponents components;
    private final Terminations terminations;
    private final TerminationDates dates;

    FindingOpenWork(
            Orders orders,
            UnsettledWork unsettled,
            CaseComponents components,
            Terminations terminations,
            TerminationDates dates) {
        this.orders = orders;
        this.unsettled = unsettled;
        this.components = components;
        this.terminations = terminations;
        this.dates = dates;
    }

    OpenWork of(ProbationCase probationCase, Termination termination) {
        List<Order> unpaidWork = orders.ofCase(probationCase.id());
        List<CaseComponent> others = components.open(probationCase.id());
        boolean atItsEnd = termination.byEvent() || dates.isDue(probationCase.expectedEndDate());
        boolean outstanding = unpaidWork.stream().anyMatch(order -> !order.hoursComplete());
        boolean hoursLeft =
                unpaidWork.stream().anyMatch(order -> !order.hoursComplete() && order.state() != OrderState.STOPPED);
        List<CasePart> parts = Stream.concat(
                        notEnded(probationCase.id(), unpaidWork).map(order -> CasePart.of(order, atItsEnd)),
                        others.stream().filter(CasePart::hasOutcome).map(component -> CasePart.of(component, atItsEnd)))
                .toList();
        boolean active =
                !atItsEnd && parts.stream().anyMatch(part -> part.kind().runsOn());
        return new OpenWork(
                termination.byEvent(),
                blockers(probationCase.id(), unpaidWork, others),
                hoursLeft,
                active,
                parts,
                isHighRisk(probationCase) || probationCase.mappaLevel() != null || outstanding);
    }

    private static boolean isHighRisk(ProbationCase probationCase) {
        return RiskOfSeriousHarm.isHigh(probationCase.roshLevel());
    }

    private List<Blocker> blockers(long caseId, List<Order> unpaidWork, List<CaseComponent> others) {
        Stream<Blocker> ofComponents = others.stream()
                .map(component -> Blocker.of(component, dates.today()))
                .flatMap(Optional::stream);
        Stream<Blocker> ofUnpaidWork = unpaidWork.isEmpty()
                ? Stream.of()
                : unsettled.of(caseId, dates.today()).stream().map(Blocker::of);
        return Stream.concat(ofComponents, ofUnpaidWork)
                .sorted(Blocker.EARLIEST_FIRST)
                .toList();
    }

    private Stream<Order> notEnded(long caseId, List<Order> unpaidWork) {
        if (unpaidWork.isEmpty()) return Stream.of();
        Set<Long> ended = terminations.unpaidWorkEnded(caseId);
        return unpaidWork.stream().filter(order -> !ended.contains(order.id()));
    }
}
