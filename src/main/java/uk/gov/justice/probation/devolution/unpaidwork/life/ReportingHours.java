package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.intake.RequirementsImported;
import uk.gov.justice.probation.devolution.unpaidwork.life.HoursOfPeopleBatch.TooMuch;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursOfPerson;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Tells the practitioners of a person, once, that all their unpaid work together is more than can be ordered at a time
 * ({@link HoursOfPerson}). Nothing is stopped: the court decides.
 */
@Service
public class ReportingHours {
    private final HoursOfPeopleBatch people;
    private final Cases cases;
    private final Orders orders;
    private final MessagesAboutCases messages;
    private final Deadlines deadlines;

    ReportingHours(
            HoursOfPeopleBatch people, Cases cases, Orders orders, MessagesAboutCases messages, Deadlines deadlines) {
        this.people = people;
        this.cases = cases;
        this.orders = orders;
        this.messages = messages;
        this.deadlines = deadlines;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(RequirementsImported imported) {
        report();
    }

    /** @return how many people it has become true of */
    @Transactional
    public int report() {
        List<TooMuch> found = people.found();
        found.forEach(this::tell);
        return found.size();
    }

    private void tell(TooMuch person) {
        for (ProbationCase event : cases.events(person.crn())) {
            if (event.endedOn() != null) continue;
            orders.ofCase(event.id()).stream()
                    .filter(order -> !order.state().ended())
                    .findFirst()
                    .ifPresent(order -> tell(person, event, order));
        }
    }

    private void tell(TooMuch person, ProbationCase event, Order order) {
        messages.send(
                event,
                event.group(event.practitionerRole()),
                CaseMessage.news(
                        "upw-hours-%d-%d-%s".formatted(event.id(), person.minutes(), deadlines.today()),
                        event,
                        order.subject(),
                        "%s: more unpaid work than can be ordered at a time".formatted(event.text()),
                        "All orders of the person that have not ended come to %s of unpaid work, and at most %s can be ordered at a time. Check the requirements; if they are right, ask the court what is to be worked."
                                .formatted(HoursInWords.of(person.minutes()), HoursInWords.of(HoursOfPerson.MOST)),
                        "the page of order %d".formatted(order.id())));
    }
}
