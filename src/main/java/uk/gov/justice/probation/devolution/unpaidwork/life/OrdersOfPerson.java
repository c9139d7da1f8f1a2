package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.KnownOfCases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Known;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;

/** The orders of unpaid work of a person, for the page that is found by their CRN. */
@Component
@Order(20)
class OrdersOfPerson implements KnownOfCases {
    private final OrdersOverview overview;
    private final ListingOrders listing;

    OrdersOfPerson(OrdersOverview overview, ListingOrders listing) {
        this.overview = overview;
        this.listing = listing;
    }

    @Override
    public Section about(List<ProbationCase> events, Colleague by) {
        boolean reads = listing.hasPart(by)
                || events.stream().anyMatch(event -> by.userName().equals(event.practitioner()));
        return new Section(
                "Unpaid work",
                "There is no order of unpaid work.",
                overview.ofCases(events.stream().map(ProbationCase::id).toList()).stream()
                        .map(known -> entry(known, reads))
                        .toList());
    }

    private static Entry entry(Known known, boolean reads) {
        return new Entry(
                "Order %s of event %d".formatted(known.requirementId(), known.eventNumber()),
                reads ? "/upw/orders/" + known.id() : null,
                known.state().label(),
                List.of("%s left to work, last day %s"
                        .formatted(HoursInWords.of(known.minutesLeft()), Deadlines.inWords(known.lastDay()))),
                "order/" + known.id());
    }
}
