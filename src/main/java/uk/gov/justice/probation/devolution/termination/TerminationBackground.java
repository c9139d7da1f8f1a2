package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.CaseComponents;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.termination.ReadingTerminations.ClosedLine;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * What the page of a termination shows besides the termination itself: the unit that does it, letters about the case,
 * the practitioner's workload, and what was closed.
 */
@Component
class TerminationBackground {
    private final CaseOwners owners;
    private final CaseLetters letters;
    private final WorkloadBatch workloads;
    private final Orders orders;
    private final CaseComponents components;
    private final TerminationDates dates;

    TerminationBackground(
            CaseOwners owners,
            CaseLetters letters,
            WorkloadBatch workloads,
            Orders orders,
            CaseComponents components,
            TerminationDates dates) {
        this.owners = owners;
        this.letters = letters;
        this.workloads = workloads;
        this.orders = orders;
        this.components = components;
        this.dates = dates;
    }

    Optional<Owner> owner(ProbationCase probationCase) {
        return owners.find(probationCase.id(), StartingTerminations.SERVICE);
    }

    boolean isOverdue(Termination termination) {
        return termination.isOverdue(dates.today());
    }

    List<CaseLetters.Listed> letters(ProbationCase probationCase) {
        return letters.ofCase(probationCase.id());
    }

    /** Null if it was never calculated. */
    WorkloadBatch.Workload workload(ProbationCase probationCase) {
        return probationCase.practitioner() == null
                ? null
                : workloads.of(probationCase.practitioner()).orElse(null);
    }

    /**
     * What the termination closed, in words.
     *
     * @param names of outcomes, by code
     */
    List<ClosedLine> closed(Termination termination, Map<String, String> names) {
        List<ClosedItem> items = termination.closed().stream()
                .filter(item -> item.what() != ClosedKind.COMPONENTS)
                .toList();
        if (items.isEmpty()) return List.of();
        Map<Long, String> requirements =
                orders.ofCase(termination.caseId()).stream().collect(Collectors.toMap(Order::id, Order::requirementId));
        Map<Long, CaseComponent> ended = components
                .all(items.stream()
                        .filter(item -> item.what() == ClosedKind.COMPONENT)
                        .map(ClosedItem::item)
                        .toList())
                .stream()
                .collect(Collectors.toMap(CaseComponent::id, Function.identity()));
        return items.stream()
                .map(item -> new ClosedLine(
                        switch (item.what()) {
                            case EVENT, COMPONENTS -> "The event as a whole";
                            case ORDER -> "Unpaid work %s was stopped".formatted(requirements.get(item.item()));
                            case UPW ->
                                "Unpaid work requirement %s: %s"
                                        .formatted(requirements.get(item.item()), names.get(item.was()));
                            case COMPONENT -> inWords(ended.get(item.item()), names);
                        },
                        item.restored()))
                .toList();
    }

    private static String inWords(CaseComponent component, Map<String, String> names) {
        String ended = component.outcomeCode() == null ? "" : ": " + names.get(component.outcomeCode());
        return "%s %s%s".formatted(component.kind().label(), component.reference(), ended);
    }
}
