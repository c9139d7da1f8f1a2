package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.KnownOfCases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.TerminationsOverview.Known;

/** The terminations of a person's cases, for the page that is found by their CRN. */
@Component
@Order(30)
class TerminationsOfPerson implements KnownOfCases {
    private final TerminationsOverview overview;
    private final ListingTerminations listing;

    TerminationsOfPerson(TerminationsOverview overview, ListingTerminations listing) {
        this.overview = overview;
        this.listing = listing;
    }

    @Override
    public Section about(List<ProbationCase> events, Colleague by) {
        boolean reads = listing.worksOnThem(by)
                || events.stream().anyMatch(event -> by.userName().equals(event.practitioner()));
        return new Section(
                "Terminations",
                "There is no termination.",
                overview.ofCases(events.stream().map(ProbationCase::id).toList()).stream()
                        .map(known -> entry(known, reads))
                        .toList());
    }

    private static Entry entry(Known known, boolean reads) {
        return new Entry(
                "Termination %d of event %d".formatted(known.id(), known.eventNumber()),
                reads ? "/terminations/" + known.id() : null,
                known.state().label(),
                List.of("%s, due %s".formatted(known.cause().label(), Deadlines.inWords(known.dueOn()))),
                "termination/" + known.id());
    }
}
